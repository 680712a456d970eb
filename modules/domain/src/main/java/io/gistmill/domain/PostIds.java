package io.gistmill.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Derives the identity of posts, so that the same post has the same id wherever and whenever it is
/// read.
///
/// In this order: the source and its stable id (a feed's guid); else the post's own permalink; else
/// a hash of source, author, date and text. A link that a post is about is never its identity.
public final class PostIds {

  private static final int HEX_DIGITS = 24;

  private PostIds() {}

  public static String ofStableId(String source, String stableId) {
    return hash(List.of("stable", source, stableId));
  }

  /// @param permalink the post's own address in canonical form
  public static String ofPermalink(String permalink) {
    return hash(List.of("permalink", permalink));
  }

  public static String ofContent(
      String source, String author, @Nullable String handle, Instant published, String text) {
    return hash(
        List.of(
            "content", source, author, handle == null ? "" : handle, published.toString(), text));
  }

  /// What makes two posts of one identity the same post or an edit of it. The date is left out: a
  /// date that was written or repaired differently is no edit.
  public static String contentHash(Post post) {
    var parts = new ArrayList<String>();
    parts.add(post.author());
    parts.add(post.title() == null ? "" : post.title());
    parts.add(post.text());
    parts.add(Integer.toString(post.quoted().size()));
    for (Quote quote : post.quoted()) {
      parts.add(quote.text());
    }
    parts.addAll(post.notes());
    return hash(parts);
  }

  /// A hash over the parts and their lengths, so that no two different lists of parts run together.
  public static String hash(List<String> parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
