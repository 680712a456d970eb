package io.gistmill.classifier;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A classifier that can be used, for people.
///
/// @param origin where it was found: the folder of its plug-in, or [#OWN]
/// @param topics the slugs that it can give
public record Listing(String name, String version, String origin, SortedSet<String> topics) {

  /// Of those that come with Gistmill.
  public static final String OWN = "gistmill";

  public Listing {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
  }
}
