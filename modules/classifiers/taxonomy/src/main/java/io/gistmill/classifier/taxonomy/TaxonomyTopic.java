package io.gistmill.classifier.taxonomy;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One topic of a taxonomy.
///
/// @param names by language code, such as `en`
/// @param definitions by language code
/// @param parents slugs of wider topics; for navigation only, a tag does not spread to them
/// @param terms words that speak for the topic
/// @param negatives words that speak against it or shield a term inside them
/// @param links addresses that speak for it
public record TaxonomyTopic(
    String slug,
    SortedMap<String, String> names,
    SortedMap<String, String> definitions,
    List<String> parents,
    List<Term> terms,
    List<Term> negatives,
    List<LinkRule> links) {

  public TaxonomyTopic {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
    parents = List.copyOf(parents);
    terms = List.copyOf(terms);
    negatives = List.copyOf(negatives);
    links = List.copyOf(links);
  }

  /// @param text as the file writes it
  /// @param weight points of one occurrence in the text
  public record Term(String text, double weight) {}

  /// @param host in lower case; its sub-domains match too
  /// @param path without slashes at its ends; a prefix of whole segments, empty for every path
  /// @param weight points of one such address
  public record LinkRule(String host, String path, double weight) {}
}
