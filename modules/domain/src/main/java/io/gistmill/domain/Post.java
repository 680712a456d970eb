package io.gistmill.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One message by one author, as its source gave it.
///
/// @param id derived from what the post is, never drawn; see [PostIds]
/// @param author display name; empty where the source names nobody
/// @param handle account name without the leading `@`
/// @param published the author's date: decides order, ranking and "late", never which window a post
///   is in
/// @param dateInferred true when the source's date was missing or damaged and a neighbour's stands
///   in
/// @param link the post's own address (permalink), not one that the post is about
/// @param title null where posts of this source have none
/// @param text without quoted posts and notes; may be empty
/// @param notes a reader's own remarks on the post
/// @param links every address in the text, in order, without repeats
public record Post(
    String id,
    Origin origin,
    String author,
    @Nullable String handle,
    Instant published,
    boolean dateInferred,
    @Nullable String link,
    @Nullable String title,
    String text,
    List<Quote> quoted,
    List<String> notes,
    List<String> links) {

  public Post {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a post needs an id");
    }
    Objects.requireNonNull(published, "published");
    quoted = List.copyOf(quoted);
    notes = List.copyOf(notes);
    links = List.copyOf(links);
  }
}
