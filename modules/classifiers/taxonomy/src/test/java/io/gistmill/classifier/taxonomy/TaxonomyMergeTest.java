package io.gistmill.classifier.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gistmill.classifier.api.ClassifierFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxonomyMergeTest {

  private static final String KITES =
      """
      topics:
        - slug: kites
          names: {en: Kites, zh: 风筝}
          definition: {en: Things that fly on a string.}
          parents: [robotics]
          terms: [{weight: 3, en: [delta kite, "Q*"], zh: [三角风筝]}]
          links: [{weight: 2, match: [kites.example/new]}]
      """;

  private final ClassifierFactory shipped = new TaxonomyClassifierFactory();

  @Test
  void aNewTopicStandsBesideTheOthers() {
    // when
    ClassifierFactory merged = shipped.configured(shipped.merged(KITES));

    // then
    assertThat(merged.topics()).containsAll(shipped.topics()).contains("kites");
    assertThat(merged.topics()).hasSize(shipped.topics().size() + 1);
    assertThat(merged.topicNames()).containsEntry("kites", "Kites");
    assertThat(topics(merged, "My delta kite flies.")).containsExactly("kites");
  }

  @Test
  void whatWasThereBeforeSaysTheSame() {
    // given
    Taxonomy before = Taxonomy.shipped();

    // when
    Taxonomy after = Taxonomy.of(shipped.merged(KITES));

    // then
    assertThat(after.scoring()).isEqualTo(before.scoring());
    assertThat(after.topics().subList(0, before.topics().size())).isEqualTo(before.topics());
  }

  @Test
  void aTopicWithAKnownSlugTakesItsPlace() {
    // given
    ClassifierFactory kites = shipped.configured(shipped.merged(KITES));

    // when
    ClassifierFactory changed =
        kites.configured(kites.merged(KITES.replace("delta kite", "box kite")));

    // then
    assertThat(changed.topics()).isEqualTo(kites.topics());
    assertThat(topics(changed, "My delta kite flies.")).isEmpty();
    assertThat(topics(changed, "My box kite flies.")).containsExactly("kites");
  }

  @Test
  void theVersionComesFromTheContent() {
    // when
    String once = shipped.merged(KITES);
    String other = shipped.merged(KITES.replace("delta kite", "box kite"));

    // then
    ClassifierFactory merged = shipped.configured(once);
    assertThat(shipped.merged("version: \"9\"\n" + KITES)).isEqualTo(once);
    assertThat(merged.merged(KITES)).as("added twice").isEqualTo(once);
    assertThat(merged.version()).matches("[0-9a-f]{12}");
    assertThat(shipped.configured(other).version()).isNotEqualTo(merged.version());
    assertThat(merged.configuration()).isEqualTo(once);
  }

  @Test
  void mistakesAreNamedByTheirPlaceInTheAddition() {
    // given
    String wrong =
        """
        scoring: {threshold: 0.1}
        topics:
          - slug: Kites
            names: {en: Kites}
            definition: {en: Kites.}
            parents: [nowhere]
            terms: [{weight: 99, en: [kite]}]
        """;

    // when
    var refusal = catchThrowableOfType(InvalidTaxonomyException.class, () -> shipped.merged(wrong));

    // then
    assertThat(refusal.mistakes())
        .containsExactlyInAnyOrder(
            "scoring: holds for all topics and cannot be added; leave it out",
            "topics[0].slug: 'Kites' should hold lower-case letters, digits and dashes",
            "topics[0].parents: no topic has the slug 'nowhere'",
            "topics[0].terms[0].weight: should be a number from 0.01 to 10.0");
  }

  @Test
  void aConfigurationWithMistakesIsRefusedWithAllOfThem() {
    assertThatThrownBy(() -> shipped.configured("version: 1\ncolour: red\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version: should be text; put it into quotes")
        .hasMessageContaining("colour: unknown")
        .hasMessageContaining("topics: should list at least one topic");
  }

  @Test
  void theShippedTaxonomyConfiguresItself() {
    // when
    ClassifierFactory same = shipped.configured(shipped.configuration());

    // then
    assertThat(same.id()).isEqualTo(shipped.id());
    assertThat(same.topics()).isEqualTo(shipped.topics());
  }

  private static List<String> topics(ClassifierFactory factory, String text) {
    return Taxonomies.topics(Taxonomy.of(factory.configuration()), Posts.text(text));
  }
}
