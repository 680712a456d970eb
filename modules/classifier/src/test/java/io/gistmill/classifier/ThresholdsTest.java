package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final String TERMS = "terms@1";
  private static final String MODEL = "model@1";

  private final Thresholds strict = thresholds(0.5, Map.of("rag", Fixed.of(0.9)));

  @Test
  void ownThresholdOfATopicHoldsForEverybodyAndTheGeneralOneForThoseThatDoNotDecide() {
    var combiner = new Combiner(strict, Map.of(MODEL, Set.of("rag", "agents")));

    List<Tag> topics =
        combiner.combine(
            List.of(
                new Outcome.Tagged(
                    MODEL, List.of(tag("rag", 0.8, MODEL), tag("agents", 0.3, MODEL))),
                new Outcome.Tagged(
                    TERMS, List.of(tag("moe", 0.4, TERMS), tag("tools", 0.6, TERMS)))));

    assertThat(topics).extracting(Tag::topic).containsExactly("tools", "agents");
  }

  @Test
  void equalOnesHaveEqualVersionsAndComeBackFromTheirSwitch() {
    ClassifierSwitch to = strict.asSwitch();

    assertThat(Thresholds.of(Map.of(Thresholds.NAME, to), Thresholds.STANDARD)).isEqualTo(strict);
    assertThat(Thresholds.of(Map.of(), Thresholds.STANDARD)).isEqualTo(Thresholds.STANDARD);
    assertThat(thresholds(0.5, Map.of("rag", Fixed.of(0.9))).id()).isEqualTo(strict.id());
    assertThat(thresholds(0.6, Map.of()).id()).isNotEqualTo(thresholds(0.5, Map.of()).id());
  }

  @Test
  void switchThatSaysSomethingElseThanItsVersionIsRefused() {
    var changed =
        new ClassifierSwitch(
            Thresholds.NAME,
            strict.asSwitch().version(),
            Thresholds.STANDARD.asSwitch().configuration(),
            new TreeMap<>());
    var broken = new ClassifierSwitch(Thresholds.NAME, "1", "no JSON", new TreeMap<>());

    assertThatThrownBy(() -> Thresholds.of(Map.of(Thresholds.NAME, changed), strict))
        .hasMessageContaining("its thresholds say something else here");
    assertThatThrownBy(() -> Thresholds.of(Map.of(Thresholds.NAME, broken), strict))
        .hasMessageContaining("the thresholds of the switch thresholds@1 cannot be read");
  }

  @Test
  void whatIsNoConfidenceIsNamed() {
    assertThatThrownBy(() -> thresholds(1.5, Map.of("rag", Fixed.of(-1))))
        .hasMessage("a threshold lies between 0 and 1: the threshold is 1.5; that of rag is -1");
  }

  private static Thresholds thresholds(double general, Map<String, Fixed> own) {
    return new Thresholds(Fixed.of(general), new TreeMap<>(own));
  }

  private static Tag tag(String topic, double confidence, String classifier) {
    return new Tag(topic, Fixed.of(confidence), classifier, List.of());
  }
}
