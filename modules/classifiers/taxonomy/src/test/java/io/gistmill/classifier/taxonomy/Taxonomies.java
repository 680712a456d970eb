package io.gistmill.classifier.taxonomy;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Small taxonomies and what they make of posts.
final class Taxonomies {

  private Taxonomies() {}

  static Taxonomy read(String yaml) {
    return new TaxonomyReader("test.yaml").read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /// One topic `boats` with the given lines under it.
  static Taxonomy boats(String lines) {
    return read(
        """
        version: "7"
        topics:
          - slug: boats
            names: {en: Boats}
            definition: {en: Whatever floats and carries people.}
        """
            + lines.indent(4));
  }

  static List<Tag> tags(Taxonomy taxonomy, Post post) {
    var classifier = new TaxonomyClassifierFactory(taxonomy).create();
    if (classifier.classify(List.of(post)).getFirst() instanceof Outcome.Tagged tagged) {
      return tagged.tags();
    }
    throw new AssertionError("the taxonomy classifier never fails");
  }

  static List<String> topics(Taxonomy taxonomy, Post post) {
    return tags(taxonomy, post).stream().map(Tag::topic).toList();
  }

  static List<String> words(List<Tag> tags) {
    return tags.stream().flatMap(tag -> tag.evidence().stream()).map(Evidence::text).toList();
  }
}
