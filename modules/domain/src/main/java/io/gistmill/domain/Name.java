package io.gistmill.domain;

/// Something that a post names: a model, a product, an organisation, a person, a title, a host.
///
/// @param name one spelling for all, in lower case, also for the names of one thing in two
///   languages; a version of something stands behind a slash: `gemini/1.5`
/// @param weight how rare the name is among posts of the field, from 1 to 24, in half bits: 24 for
///   one that nobody named before
/// @param subject whether the post is about it: it stands in the title or the first line, or more
///   than once
public record Name(String name, int weight, boolean subject) {

  public static final int MAX_WEIGHT = 24;

  public Name {
    if (weight < 1 || weight > MAX_WEIGHT) {
      throw new IllegalArgumentException("weight of " + name + " is not from 1 to 24: " + weight);
    }
  }
}
