package io.gistmill.classifier.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyClassifierTest {

  private static final Taxonomy BOATS =
      Taxonomies.boats(
          """
          terms:
            - weight: 3
              en: [sail boat, ferry, "C++"]
              zh: [帆船]
            - weight: 2
              en: [oar]
            - weight: 1
              en: [harbour]
          negative:
            - weight: 0
              en: [ferry godmother]
              zh: [帆船酒店]
            - weight: 2
              en: [boat shoe]
          links:
            - weight: 3
              match: [boats.example, shop.example/boats]
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the ferry leaves",
        "FERRY",
        "two ferrys",
        "渡轮ferry渡轮",
        "ｆｅｒｒｙ",
        "sail-boat",
        "Sail\u2011Boat",
        "sail\nboat",
        "sail \n  boats",
        "sail\u200B boat",
        "去看帆\u200B船比賽",
        "去看帆船比赛",
        "#ferry!",
        "C++ on board"
      })
  void findsTermsHoweverTheyAreWritten(String text) {
    assertThat(Taxonomies.topics(BOATS, Posts.text(text))).containsExactly("boats");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "ferryman", "Hferry", "ferry2", "boar", "férry", "éferry"})
  void leavesOtherWordsAlone(String text) {
    assertThat(Taxonomies.tags(BOATS, Posts.text(text))).isEmpty();
  }

  @Test
  void evidenceHoldsTheOriginalWordsAtTheirPlaces() {
    String text = "İstanbul 🚢 \uD83D： the ＦＥＲＲＹ and 帆船";

    List<Evidence> evidence = Taxonomies.tags(BOATS, Posts.text(text)).getFirst().evidence();

    assertThat(evidence)
        .containsExactly(
            new Evidence(Evidence.Part.TEXT, 0, text.indexOf("ＦＥＲＲＹ"), "ＦＥＲＲＹ"),
            new Evidence(Evidence.Part.TEXT, 0, text.indexOf("帆船"), "帆船"));
  }

  @Test
  void aTermInsideALongerNegativeOneDoesNotCount() {
    assertThat(Taxonomies.tags(BOATS, Posts.text("my ferry godmother"))).isEmpty();
    assertThat(Taxonomies.tags(BOATS, Posts.text("住在帆船酒店"))).isEmpty();
  }

  @Test
  void negativeTermsTakePointsOff() {
    assertThat(Taxonomies.tags(BOATS, Posts.text("a boat shoe for the ferry"))).isEmpty();
  }

  @Test
  void confidenceSaturates() {
    List<Tag> once = Taxonomies.tags(BOATS, Posts.text("ferry"));
    List<Tag> twice = Taxonomies.tags(BOATS, Posts.text("ferry, ferry"));
    List<Tag> both = Taxonomies.tags(BOATS, Posts.text("ferry, sail boat"));

    assertThat(once.getFirst().confidence()).isEqualTo(Fixed.of(3 / 5.5));
    assertThat(twice.getFirst().confidence()).isEqualTo(Fixed.of(4.5 / 7));
    assertThat(both.getFirst().confidence()).isEqualTo(Fixed.of(6 / 8.5));
  }

  @Test
  void theTitleCountsMoreAndAQuoteLess() {
    assertThat(Taxonomies.topics(BOATS, Posts.titled("The oar", "So long."))).hasSize(1);
    assertThat(Taxonomies.topics(BOATS, Posts.text("The oar\nand what it does"))).hasSize(1);
    assertThat(Taxonomies.topics(BOATS, Posts.text("The oar and what it does"))).isEmpty();
    assertThat(Taxonomies.topics(BOATS, Posts.quoting("So true.", "a ferry"))).isEmpty();
    assertThat(Taxonomies.topics(BOATS, Posts.quoting("oar", "a ferry"))).hasSize(1);
  }

  @Test
  void onlyAShortFirstLineWithMoreBelowServesAsTitle() {
    assertThat(Taxonomies.topics(BOATS, Posts.text("The oar\n \n"))).isEmpty();
    assertThat(Taxonomies.topics(BOATS, Posts.text("x".repeat(130) + " oar\nmore"))).isEmpty();
  }

  @Test
  void oneMentionInALongPostIsNotEnough() {
    String filler = "nothing happens here today ".repeat(100);

    assertThat(Taxonomies.tags(BOATS, Posts.text("ferry " + filler))).isEmpty();
    assertThat(Taxonomies.tags(BOATS, Posts.text("帆船" + "天气很好风很小".repeat(80)))).isEmpty();
  }

  @Test
  void aTopicFarBehindTheStrongestIsAPassingMention() {
    Taxonomy two =
        Taxonomies.read(
            """
            version: "1"
            topics:
              - {slug: big, names: {en: Big}, definition: {en: Big.},
                 terms: [{weight: 10, en: [whale, ocean]}]}
              - {slug: small, names: {en: Small}, definition: {en: Small.},
                 terms: [{weight: 3, en: [shrimp]}]}
            """);

    assertThat(Taxonomies.topics(two, Posts.text("whale shrimp"))).containsExactly("big", "small");
    assertThat(Taxonomies.topics(two, Posts.text("whale ocean shrimp"))).containsExactly("big");
  }

  @Test
  void linksSpeakByHostAndPath() {
    Post host = Posts.linking("look", "https://www.boats.example/news?id=1");
    Post path =
        Posts.linking("look", "https://shop.example:443/boats", "http://SHOP.example/boats");
    Post other = Posts.linking("look", "https://shop.example/boatsmen", "https://notboats.example");

    assertThat(Taxonomies.tags(BOATS, host).getFirst().evidence())
        .containsExactly(new Evidence(Evidence.Part.LINK, 0, 12, "boats.example"));
    assertThat(Taxonomies.tags(BOATS, path).getFirst().evidence())
        .containsExactly(new Evidence(Evidence.Part.LINK, 1, 7, "SHOP.example/boats"));
    assertThat(Taxonomies.tags(BOATS, other)).isEmpty();
  }

  @Test
  void wordsInsideAddressesCountOnceAndLess() {
    String link = "https://news.example/the-ferry";

    assertThat(Taxonomies.tags(BOATS, Posts.linking("看" + link + "吧", link))).isEmpty();
    assertThat(Taxonomies.words(Taxonomies.tags(BOATS, Posts.linking("oar", link))))
        .containsExactly("oar", "ferry");
  }

  @Test
  void evidenceIsTheStrongestFew() {
    Taxonomy many =
        Taxonomies.boats(
            """
            terms:
              - {weight: 1, en: [a1, a2, a3, a4, a5, a6]}
              - {weight: 3, en: [b1]}
            """);

    assertThat(Taxonomies.words(Taxonomies.tags(many, Posts.text("a1 a2 a3 a4 a5 a6 b1 b1"))))
        .containsExactly("b1", "a1", "a2", "a3", "a4");
  }

  @Test
  void aPostGetsTheSameOutcomeWhateverElseIsInTheBatch() {
    var factory = new TaxonomyClassifierFactory(BOATS);
    Post ferry = Posts.text("ferry");

    List<Outcome> outcomes = factory.create().classify(List.of(ferry, Posts.text("oar"), ferry));

    assertThat(outcomes).hasSize(3);
    assertThat(outcomes.get(0)).isEqualTo(outcomes.get(2));
    assertThat(outcomes.get(1)).isEqualTo(new Outcome.Tagged("taxonomy@7", List.of()));
  }

  @Test
  void everyUnitOfUtf16IsHarmless() {
    var text = new StringBuilder();
    for (int c = 0; c <= 0xFFFF; c++) {
      text.append((char) c).append("ferry").append((char) c).append(' ');
    }

    List<Tag> tags = Taxonomies.tags(Taxonomy.shipped(), Posts.text(text.toString()));
    List<Tag> boats = Taxonomies.tags(BOATS, Posts.text(text.toString()));

    assertThat(tags).isEmpty();
    assertThat(boats).isEmpty();
  }

  @Test
  void hugePostsAreDealtWithInOnePass() {
    String megabyte = "ferry 帆船 rag llm ".repeat(65_000);
    String hashtags = "#ferry".repeat(10_000);
    Post links = Posts.linking("look", "https://a.example/x ".repeat(10_000).split(" "));

    assertThat(Taxonomies.tags(Taxonomy.shipped(), Posts.text(megabyte))).isEmpty();
    assertThat(Taxonomies.tags(BOATS, Posts.text(hashtags))).isEmpty();
    assertThat(Taxonomies.tags(BOATS, links)).isEmpty();
    assertThat(Taxonomies.tags(BOATS, Posts.text("://".repeat(300_000)))).isEmpty();
  }
}
