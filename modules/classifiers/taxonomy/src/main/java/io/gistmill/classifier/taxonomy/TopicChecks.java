package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.engine.Section;
import io.gistmill.classifier.engine.Slugs;
import io.gistmill.classifier.taxonomy.TaxonomyTopic.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What must hold between the topics of a file and between the terms of a topic.
final class TopicChecks {

  private final List<Section> sections;

  /// Slugs of topics that stand elsewhere.
  private final Set<String> known;

  /// @param sections where the topics stand in the file, in the same order
  /// @param known slugs of topics that stand elsewhere and may be parents
  TopicChecks(List<Section> sections, Set<String> known) {
    this.sections = sections;
    this.known = known;
  }

  void check(List<TaxonomyTopic> topics) {
    checkSlugs(topics);
    Set<String> slugs =
        topics.stream().map(TaxonomyTopic::slug).collect(Collectors.toCollection(HashSet::new));
    slugs.addAll(known);
    for (int i = 0; i < topics.size(); i++) {
      checkParents(topics.get(i), slugs, sections.get(i));
      checkTerms(topics.get(i), sections.get(i));
    }
  }

  private void checkSlugs(List<TaxonomyTopic> topics) {
    var seen = new HashSet<String>();
    for (int i = 0; i < topics.size(); i++) {
      String slug = topics.get(i).slug();
      Optional<String> refusal = Slugs.refusal(slug);
      if (refusal.isPresent()) {
        sections.get(i).mistake("slug", refusal.get());
      } else if (!slug.isEmpty() && !seen.add(slug)) {
        sections.get(i).mistake("slug", "'" + slug + "' stands twice");
      }
    }
  }

  private static void checkParents(TaxonomyTopic topic, Set<String> slugs, Section section) {
    for (String parent : topic.parents()) {
      if (!slugs.contains(parent)) {
        section.mistake("parents", "no topic has the slug '" + parent + "'");
      } else if (parent.equals(topic.slug())) {
        section.mistake("parents", "'" + parent + "' cannot be its own parent");
      }
    }
  }

  private static void checkTerms(TaxonomyTopic topic, Section section) {
    if (topic.terms().isEmpty() && topic.links().isEmpty()) {
      section.mistake("terms", "should hold at least one term, or the topic needs links");
    }
    var seen = new HashSet<String>();
    checkTerms(topic.terms(), "terms", seen, section);
    checkTerms(topic.negatives(), "negative", seen, section);
  }

  private static void checkTerms(List<Term> terms, String name, Set<String> seen, Section section) {
    for (Term term : terms) {
      String folded = FoldedText.term(term.text());
      if (folded.isEmpty()) {
        section.mistake(name, "'" + term.text() + "' holds nothing but space and dashes");
      } else if (!seen.add(folded)) {
        section.mistake(name, "'" + term.text() + "' stands twice in the topic; keep one");
      }
    }
  }
}
