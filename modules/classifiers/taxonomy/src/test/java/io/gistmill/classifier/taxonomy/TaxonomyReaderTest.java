package io.gistmill.classifier.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyReaderTest {

  @Test
  void readsTopicsWithTermsOfSeveralLanguages() {
    Taxonomy taxonomy =
        Taxonomies.boats(
            """
            terms:
              - weight: 3
                en: [catamaran]
                zh: [双体船]
            negative:
              - weight: 0
                en: [steamboat willie]
            links:
              - weight: 2
                match: [boats.example/new]
            """);

    TaxonomyTopic topic = taxonomy.topics().getFirst();
    assertThat(taxonomy.version()).isEqualTo("7");
    assertThat(taxonomy.scoring()).isEqualTo(Scoring.STANDARD);
    assertThat(topic.terms())
        .containsExactly(new TaxonomyTopic.Term("catamaran", 3), new TaxonomyTopic.Term("双体船", 3));
    assertThat(topic.negatives()).containsExactly(new TaxonomyTopic.Term("steamboat willie", 0));
    assertThat(topic.links())
        .containsExactly(new TaxonomyTopic.LinkRule("boats.example", "new", 2));
  }

  @Test
  void namesAllMistakesAtOnceWithTheirPaths() {
    String yaml =
        """
        version: 1
        colour: red
        scoring: {threshold: 2, speed: 1}
        topics:
          - slug: Boats
            names: {english_name: Boats}
            definition: {en: ""}
            terms:
              - weight: 99
                en: [ferry, FERRY, 12, "--"]
          - slug: all
            names: {en: All}
            definition: {en: All.}
            parents: [ships]
            links:
              - match: ["https://Boats.example"]
          - slug: rafts
            names: rafts
            definition: {en: Rafts.}
            terms: raft
          - slug: rafts
            names: {en: Rafts}
            definition: {en: Rafts.}
            terms: [{en: [raft]}]
            negative: [{en: [Raft]}]
        """;

    var refusal = catchThrowableOfType(InvalidTaxonomyException.class, () -> Taxonomies.read(yaml));

    assertThat(refusal.mistakes())
        .containsExactlyInAnyOrder(
            "colour: unknown; known here: scoring, topics, version",
            "version: should be text; put it into quotes",
            "scoring.speed: unknown; known here: fullLength, halfPoint, link, passing, quoted,"
                + " text, threshold, title",
            "scoring.threshold: should be a number from 0.01 to 0.99",
            "topics[0].names.english_name: should be a language code, such as en or zh",
            "topics[0].definition.en: should be text",
            "topics[0].terms[0].weight: should be a number from 0.01 to 10.0",
            "topics[0].terms[0].en[2]: should be text; put it into quotes",
            "topics[0].slug: 'Boats' should hold lower-case letters, digits and dashes",
            "topics[0].terms: 'FERRY' stands twice in the topic; keep one",
            "topics[0].terms: '--' holds nothing but space and dashes",
            "topics[1].slug: 'all' is the name of a route; take another",
            "topics[1].parents: no topic has the slug 'ships'",
            "topics[1].links[0].match: 'https://Boats.example' should be a host in lower case and"
                + " a path: example.org/path",
            "topics[2].names: should be a mapping of names",
            "topics[2].terms: should be a list",
            "topics[2].terms: should hold at least one term, or the topic needs links",
            "topics[3].slug: 'rafts' stands twice",
            "topics[3].negative: 'Raft' stands twice in the topic; keep one");
    assertThat(refusal).hasMessageStartingWith("test.yaml is no valid taxonomy:");
  }

  @Test
  void saysInWhichLineTheYamlBreaks() {
    String yaml = "version: \"1\"\ntopics: [\n";

    assertThatThrownBy(() -> Taxonomies.read(yaml))
        .isInstanceOf(InvalidTaxonomyException.class)
        .hasMessageContaining(
            "line 2: cannot be read: while parsing a flow node in reader, line 3");
  }

  @Test
  void refusesNamesThatStandTwice() {
    String yaml = "version: \"1\"\nversion: \"2\"\n";

    assertThatThrownBy(() -> Taxonomies.read(yaml)).hasMessageContaining("version");
  }

  @Test
  void refusesEmptyFiles() {
    assertThatThrownBy(() -> Taxonomies.read(""))
        .isInstanceOf(InvalidTaxonomyException.class)
        .hasMessageContaining("the file: should be a mapping of names");
  }

  @Test
  void loadsFilesOfTheUsersOwn(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("own.yaml");
    Files.writeString(
        file,
        """
        version: "2026-10"
        topics:
          - slug: kites
            names: {en: Kites}
            definition: {en: Things that fly on a string.}
            terms: [{weight: 3, en: [delta kite]}]
        """);

    Taxonomy taxonomy = Taxonomy.load(file);

    assertThat(new TaxonomyClassifierFactory(taxonomy).id()).isEqualTo("taxonomy@2026-10");
    assertThat(Taxonomies.topics(taxonomy, Posts.text("My delta kite flies.")))
        .isEqualTo(List.of("kites"));
  }
}
