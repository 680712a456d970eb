package io.gistmill.launcher.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import io.gistmill.classifier.Thresholds;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import io.gistmill.launcher.shadow.Difference.TopicChange;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The candidate is the taxonomy alone, which finds `rag` in posts that say so.
class ShadowTest {

  private static final Instant NOON = Instant.parse("2025-03-05T12:00:00Z");
  private static final String RAG = "Retrieval-augmented generation (RAG) over a knowledge base.";
  private static final String SOUP = "Soup with leeks.";

  private final Shadow shadow = shadow();

  private static Shadow shadow() {
    ClassifierRegistry registry = InstalledClassifiers.shipped().registry();
    var set = new ClassifierSet(List.of(registry.standard("taxonomy")), Thresholds.STANDARD);
    return new Shadow(set, registry, () -> 0);
  }

  @AfterEach
  void close() {
    shadow.close();
  }

  @Test
  void whatIsAddedAndRemovedIsCountedWithExamples() {
    shadow.take(tagged("p1", RAG, 1));
    shadow.take(tagged("p2", SOUP, 1, "rag"));
    shadow.take(tagged("p3", RAG, 1, "rag"));

    Difference difference = shadow.difference("three posts");

    TopicChange rag = change(difference, "rag");
    assertThat(rag.active()).isEqualTo(2);
    assertThat(rag.candidate()).isEqualTo(2);
    assertThat(rag.addedExamples()).extracting(Example::id).containsExactly("p1");
    assertThat(rag.addedExamples().getFirst().words()).contains("RAG");
    assertThat(rag.removedExamples()).extracting(Example::id).containsExactly("p2");
    assertThat(difference.posts()).isEqualTo(3);
    assertThat(difference.active()).containsExactly("old@1");
  }

  @Test
  void onlyTheLastVersionOfAPostCounts() {
    shadow.take(tagged("p1", RAG, 1));
    shadow.take(tagged("p1", SOUP, 2));
    shadow.take(tagged("p2", RAG, 1));
    shadow.take(new TaggedEvent.Duplicate("p2", new Origin("test", 9L), NOON));
    shadow.take(new TaggedEvent.Withdrawn("p2", NOON, 2));

    Difference difference = shadow.difference("one post");

    assertThat(difference.posts()).isEqualTo(1);
    assertThat(difference.changed()).isZero();
    assertThat(difference.topics()).isEmpty();
  }

  @Test
  void whatPeopleCorrectedHoldsForTheCandidateToo() {
    shadow.take(tagged("p1", RAG, 1, "rag"));
    shadow.take(corrected("p1", 2));
    shadow.take(tagged("p2", SOUP, 1));
    shadow.take(corrected("p2", 2, "rag"));
    shadow.take(tagged("p1", RAG + " Edited.", 3));

    Difference difference = shadow.difference("corrected posts");

    assertThat(difference.changed()).isZero();
    assertThat(change(difference, "rag").candidate()).isEqualTo(1);
  }

  private static TopicChange change(Difference difference, String topic) {
    return difference.topics().stream()
        .filter(change -> change.topic().equals(topic))
        .findFirst()
        .orElseThrow();
  }

  private static TaggedEvent corrected(String id, int revision, String... topics) {
    List<Tag> tags =
        Stream.of(topics).map(topic -> new Tag(topic, Fixed.ONE, "correction", List.of())).toList();
    return new TaggedEvent.Corrected(id, NOON, revision, tags);
  }

  private static TaggedEvent tagged(String id, String text, int revision, String... topics) {
    var post =
        new Post(
            id,
            new Origin("test", 1L),
            "Ada",
            null,
            NOON,
            false,
            "https://example.org/" + id,
            null,
            text,
            List.of(),
            List.of(),
            List.of());
    List<Tag> tags =
        Stream.of(topics).map(topic -> new Tag(topic, Fixed.of(0.9), "old@1", List.of())).toList();
    return new TaggedEvent.Tagged(
        new TaggedPost(
            post,
            NOON,
            revision,
            Language.EN,
            List.of(new Outcome.Tagged("old@1", tags)),
            tags,
            fingerprint()));
  }

  private static Fingerprint fingerprint() {
    return new Fingerprint(List.of(), List.of());
  }
}
