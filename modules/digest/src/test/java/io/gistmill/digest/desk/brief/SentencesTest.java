package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @Test
  void splitsEnglish() {
    assertThat(split("Loomweft is out. It weaves logs! Does it scale? We think so."))
        .containsExactly("Loomweft is out.", "It weaves logs!", "Does it scale?", "We think so.");
  }

  @Test
  void splitsChinese() {
    assertThat(split("织机发布了新版本。速度快了三倍！还能更快吗？可以。"))
        .containsExactly("织机发布了新版本。", "速度快了三倍！", "还能更快吗？", "可以。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Version 2.5 needs 3.75 GB of memory.",
        "Dr. Tarn and Prof. Brenn wrote it.",
        "J. K. Ostrow found it, e.g. in old logs.",
        "It weighs 3 kg, i.e. less than Mr. Holm's cat.",
        "The U.S. office ships node.js bindings.",
        "他说：「先读日志。再读代码。」然后走了。",
        "版本 2.5 只要 3.75 GB 内存。",
        "He wrote (see Fig. 3! really) about it."
      })
  void doesNotSplitHere(String sentence) {
    assertThat(split(sentence)).containsExactly(sentence);
  }

  @Test
  void lineBreaksAndAddressesEndSentences() {
    assertThat(split("First line\nsee https://a.example/x.html for more"))
        .containsExactly("First line", "see", "for more");
  }

  @Test
  void whatIsGluedToAnAddressBelongsToIt() {
    assertThat(split("看这里 https://a.example/x，很好用 真的")).containsExactly("看这里", "真的");
  }

  @Test
  void tellsTheFormOfASentence() {
    // when
    List<Sentence> sentences =
        Sentences.of(
            "Whole one.\n- listed one\n2) listed too\nsee [a label](https://a.example) rest\n"
                + "[a title](https://a.example)");

    // then
    assertThat(sentences)
        .extracting(Sentence::text, Sentence::form)
        .containsExactly(
            tuple("Whole one.", Sentence.Form.WHOLE),
            tuple("listed one", Sentence.Form.LISTED),
            tuple("listed too", Sentence.Form.LISTED),
            tuple("see a label rest", Sentence.Form.WHOLE),
            tuple("a title", Sentence.Form.LABEL));
  }

  @Test
  void leavesOutMarksMentionsAndBoilerplate() {
    assertThat(split("## 🚀 快讯：织机开源了\n@miotarn @olabrenn\n---\n> **Quoted** words"))
        .containsExactly("织机开源了", "Quoted words");
  }

  @Test
  void aFigureAtTheStartIsNoListMark() {
    assertThat(split("3.5 times faster.")).containsExactly("3.5 times faster.");
  }

  @Test
  void everySentenceStandsAtItsOffsets() {
    // given
    String text = "🚀 One. Two!\n\n1、第一条。第二条\n> [x](https://a.example) end.";

    // when
    List<Sentence> sentences = Sentences.of(text);

    // then
    assertThat(sentences)
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(Markup.plain(text.substring(one.start(), one.end())))
                    .isEqualTo(one.text()));
  }

  @Test
  void aLinkStaysWithinItsSentence() {
    assertThat(
            split(
                "The team behind [loom](https://loom.example/a.b) released it. See https://x.example."))
        .containsExactly("The team behind loom released it.", "See");
  }

  @Test
  void aStarBelongsToItsName() {
    assertThat(split("Q* 是什么？他 *真的* 有 Q* 吗？")).containsExactly("Q* 是什么？", "他 真的 有 Q* 吗？");
  }

  @Test
  void codeAndTablesAreLeftOut() {
    String text =
        "Run this.\n```sh\nweave --all\n```\n\n| Loom | Speed |\n|---|---|\n| old | 3 |\n\nDone.";

    assertThat(split(text)).containsExactly("Run this.", "Done.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"画猫的提示词：", "提示词如下：\n", "Here is the prompt:"})
  void thePromptBehindItsAnnouncementIsLeftOut(String line) {
    assertThat(split(line + "\nA cat on a loom, soft light.\n\n效果很好。"))
        .containsExactly(line.strip(), "效果很好。");
  }

  @Test
  void codeIsReadWhereThereIsNothingElse() {
    assertThat(split("```\nA cat on a loom.\n```")).contains("A cat on a loom.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1️⃣ 先装好", "2/ 先装好", "3/7 先装好", "#织机# 先装好", "#织机##AI# 先装好", "【#织机#】先装好"})
  void marksOfThreadsAndHashtagsAreLeftOut(String line) {
    assertThat(split(line)).containsExactly("先装好");
  }

  @Test
  void aFractionIsNoMarkOfAThread() {
    assertThat(split("1/3 of all looms")).containsExactly("1/3 of all looms");
  }

  @Test
  void monthsAndTimesOfDayDoNotEndASentence() {
    assertThat(split("It opens on Jan. 15 at 10 a.m. Eastern time."))
        .containsExactly("It opens on Jan. 15 at 10 a.m. Eastern time.");
  }

  @Test
  void aStraightQuoteStaysWhole() {
    assertThat(split("\"It weaves. It sleeps.\" said Mio. True."))
        .containsExactly("\"It weaves. It sleeps.\" said Mio.", "True.");
  }

  @Test
  void whoWritesWithoutCapitalsEndsSentencesToo() {
    assertThat(split("read the paper. the loom is cute.")).hasSize(2);
    assertThat(split("See approx. the first one.")).hasSize(1);
  }

  @Test
  void boundsItsWork() {
    assertThat(Sentences.of("Go on. ".repeat(10_000))).hasSize(200);
  }

  private static List<String> split(String text) {
    return Sentences.of(text).stream().map(Sentence::text).toList();
  }
}
