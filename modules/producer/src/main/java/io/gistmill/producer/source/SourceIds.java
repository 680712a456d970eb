package io.gistmill.producer.source;

import io.gistmill.domain.PostIds;
import java.util.List;
import java.util.Locale;

/// Derives the id of a source from its address: short words to recognise it by, and a hash to tell
/// it apart.
public final class SourceIds {

  private static final int WORDS = 40;
  private static final int HASH = 6;

  private SourceIds() {}

  /// The same for `http` and `https`.
  ///
  /// @param address from [SourceType#normal]
  public static String of(String type, String address) {
    String bare = address.replaceFirst("^[a-z]+://", "");
    String words =
        bare.replaceFirst("^www\\.", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String shortened = words.length() <= WORDS ? words : words.substring(0, WORDS);
    String hash = PostIds.hash(List.of(type, bare)).substring(0, HASH);
    return shortened.replaceAll("-$", "") + "-" + hash;
  }
}
