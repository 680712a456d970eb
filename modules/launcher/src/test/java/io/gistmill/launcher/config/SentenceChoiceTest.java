package io.gistmill.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.sentence.Sentences;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceChoiceTest {

  private final String before = System.getProperty(Sentences.WANTED, "yes");

  @AfterEach
  void restore() {
    System.setProperty(Sentences.WANTED, before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "false"})
  void theVariableLeavesSentencesOut(String said) {
    System.setProperty(Sentences.WANTED, "yes");

    SentenceChoice.apply(Map.of("GISTMILL_CLASSIFIER_SENTENCES", said));

    assertThat(Sentences.shippedModel()).isNull();
  }

  @Test
  void theyAreLookedAtWhereNothingIsSaid() {
    System.setProperty(Sentences.WANTED, "yes");

    SentenceChoice.apply(Map.of());
    SentenceChoice.apply(true);

    assertThat(Sentences.shippedModel()).isNotNull();
  }
}
