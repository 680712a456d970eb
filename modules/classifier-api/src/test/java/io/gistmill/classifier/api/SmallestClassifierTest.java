package io.gistmill.classifier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What an author gets without writing it.
class SmallestClassifierTest {

  private static final class Silent implements ClassifierFactory {
    @Override
    public String name() {
      return "silent";
    }

    @Override
    public String version() {
      return "2024-02";
    }

    @Override
    public Set<String> topics() {
      return Set.of();
    }

    @Override
    public Classifier create() {
      return this::silence;
    }

    private List<Outcome> silence(List<Post> posts) {
      return posts.stream().<Outcome>map(post -> new Outcome.Tagged(id(), List.of())).toList();
    }
  }

  @Test
  void theIdIsNameAndVersion() {
    assertThat(new Silent().id()).isEqualTo("silent@2024-02");
  }

  @Test
  void aClassifierWithoutResourcesNeedsNoClose() {
    Classifier classifier = new Silent().create();

    try (classifier) {
      assertThat(classifier.classify(List.of())).isEmpty();
    }
  }
}
