package io.gistmill.domain;

/// The words that made a classifier say what it said.
///
/// @param part the part of the post in which the words stand
/// @param index which quoted post or link, from 0; 0 for title and text
/// @param start offset of the first UTF-16 unit within that part, as the post holds it
/// @param text the words, exactly as they stand there
public record Evidence(Part part, int index, int start, String text) {

  public enum Part {
    TITLE,
    TEXT,
    QUOTED,
    LINK
  }

  public Evidence {
    if (index < 0 || start < 0) {
      throw new IllegalArgumentException("offsets start at 0: index " + index + ", start " + start);
    }
  }
}
