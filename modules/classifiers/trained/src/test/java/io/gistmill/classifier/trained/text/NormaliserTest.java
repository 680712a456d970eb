package io.gistmill.classifier.trained.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

  private final Normaliser normaliser = new Normaliser();

  @ParameterizedTest
  @CsvSource({
    "'GPT-4 Turbo', 'gpt-4 turbo'",
    "'ＧＰＴ－４', 'gpt-4'",
    "'檢索增強生成', '检索增强生成'",
    "'  two \t\n words ', 'two words'",
    "'用 vLLM 跑', '用vllm跑'",
    "'#AI #rag', 'ai rag'",
    "'in C# now', 'in c# now'"
  })
  void spellingsAreMadeAlike(String text, String expected) {
    assertThat(normalise(text)).isEqualTo(expected);
  }

  @Test
  void addressesMentionsAndEmojiBecomeMarks() {
    assertThat(normalise("see https://a.example/x?y=1 by @ann 😀"))
        .isEqualTo("see " + Normaliser.LINK + " by " + Normaliser.MENTION + " " + Normaliser.EMOJI);
  }

  @Test
  void aMailAddressIsNoMention() {
    assertThat(normalise("ann@a.example")).isEqualTo("ann" + Normaliser.BREAK + "a.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\uD83Db", "\uDE00", "\uD83D", "x\uDE00\uD83Dy"})
  void brokenPairsAreBreaks(String text) {
    assertThat(normalise(text)).matches("[axby" + Normaliser.BREAK + "]+");
  }

  @Test
  void everyUnitKnowsItsOrigin() {
    String text = "看  https://a.example/x  RAG　@ann 檢索";

    NormalText normal = normalised(text);

    for (int i = 0; i < normal.length(); i++) {
      char original = text.charAt(normal.origin(i));
      if (Character.isLetter(normal.at(i)) && normal.at(i) < Normaliser.LINK) {
        assertThat(Normaliser.fold(original)).isEqualTo(normal.at(i));
      }
    }
  }

  @Test
  void aTextBehindAnotherIsReadAsIfItStoodAlone() {
    NormalText normal = normalised("in C ");

    normaliser.normalise("  #x 用", 0, 6, normal);

    assertThat(normal).hasToString("in cx用");
    assertThat(normal.origin(4)).isEqualTo(3);
  }

  private String normalise(String text) {
    return normalised(text).toString();
  }

  private NormalText normalised(String text) {
    var normal = new NormalText();
    normaliser.normalise(text, 0, text.length(), normal);
    return normal;
  }
}
