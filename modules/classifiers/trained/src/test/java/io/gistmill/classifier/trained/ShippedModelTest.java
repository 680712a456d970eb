package io.gistmill.classifier.trained;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.taxonomy.Taxonomy;
import io.gistmill.classifier.taxonomy.TaxonomyTopic;
import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.classifier.trained.model.ShippedModel;
import io.gistmill.domain.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The model that the build has made.
class ShippedModelTest {

  @BeforeEach
  void thereIsOne() {
    assertThat(ShippedModel.class.getResource(ShippedModel.FILE))
        .as("made by the build")
        .isNotNull();
  }

  @Test
  void itIsFoundAsAClassifierThatDecides() {
    ClassifierFactory factory =
        ServiceLoader.load(ClassifierFactory.class).stream()
            .filter(provider -> provider.type() == TrainedClassifierFactory.class)
            .findFirst()
            .orElseThrow()
            .get();

    assertThat(factory.id()).matches("trained@[0-9a-f]{12}");
    assertThat(factory.decides()).isTrue();
    assertThat(factory.topicNames().keySet()).isEqualTo(factory.topics());
  }

  @Test
  void itKnowsNoTopicsButThoseOfTheTaxonomy() {
    var slugs = new TreeSet<String>();
    Taxonomy.shipped().topics().stream().map(TaxonomyTopic::slug).forEach(slugs::add);

    assertThat(slugs).containsAll(ShippedModel.ofWords().topics());
  }

  @Test
  void itHasLearntItsPosts() throws IOException {
    List<Example> examples = TrainingFile.readAll(Path.of("training"));
    var classifier = ShippedModel.ofWords().classifier("trained@1");
    int right = 0;
    for (Example example : examples) {
      var outcome = (Outcome.Tagged) classifier.classify(List.of(example.post())).getFirst();
      var given = new TreeSet<String>();
      outcome.tags().forEach(tag -> given.add(tag.topic()));
      right += given.equals(example.topics()) ? 1 : 0;
    }

    assertThat(right).isGreaterThan(examples.size() * 8 / 10);
  }
}
