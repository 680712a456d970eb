package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                assertThat(Markup.plain(text.substring(one.start(), one.end())).strip())
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
        "Run this on your own loom.\n```sh\nweave --all\n```\n\n| Loom | Speed |\n|---|---|\n| old | 3 |\n\nDone.";

    assertThat(split(text)).containsExactly("Run this on your own loom.", "Done.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"画猫的提示词：", "提示词如下：\n", "Here is the prompt:"})
  void thePromptBehindItsAnnouncementIsLeftOut(String line) {
    assertThat(split(line + "\nA cat on a loom, soft light.\n\n效果很好。"))
        .containsExactly(line.strip(), "效果很好。");
  }

  @Test
  void codeIsFoundBehindAnyLineEnds() {
    assertThat(split("One\rline on a loom.\r\n```\r\nweave --all\r\n```\r\nAnother line on it."))
        .noneMatch(sentence -> sentence.contains("weave"))
        .contains("Another line on it.");
  }

  @Test
  void codeIsReadWhereThereIsNothingElse() {
    assertThat(split("```\nA cat on a loom.\n```")).contains("A cat on a loom.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1️⃣ 先装好", "2/ 先装好", "#织机# 先装好", "#织机##AI# 先装好"})
  void marksOfThreadsAndHashtagsAreLeftOut(String line) {
    assertThat(split(line)).containsExactly("先装好");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/3 of all looms", "2/3 的织机", "24/7 monitoring of looms"})
  void aFractionIsNoMarkOfAThread(String text) {
    assertThat(split(text)).containsExactly(text);
  }

  @Test
  void hashtagsAreTheWordsOfALineThatHasNoOthers() {
    assertThat(split("#织机发布新版#")).containsExactly("织机发布新版");
    assertThat(split("【#织机发布新版#】它快了三倍")).containsExactly("【织机发布新版】它快了三倍");
  }

  @ParameterizedTest
  @ValueSource(strings = {"提示词工程的五个技巧：", "Prompting tips:", "He responded promptly:", "三条提示词："})
  void aListBehindAWordForPromptsIsRead(String line) {
    assertThat(split(line + "\n1. 先给织机一个例子，再说要什么\n2. 一次只改一处")).hasSize(3);
  }

  @Test
  void rulesAroundAParagraphAreNoCode() {
    assertThat(split("织机的新版本今天发布了\n~~~~~~~~\n它快了三倍。\n~~~~~~~~")).contains("它快了三倍。");
  }

  @Test
  void aQuoteThatOpensBehindAnEndStaysInStep() {
    assertThat(split("他走了。\"你好\"。今天发布了织机。价格降了一半。"))
        .containsExactly("他走了。", "\"你好\"。", "今天发布了织机。", "价格降了一半。");
    assertThat(split("Sam said \"It works.\" Then he left.")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Read [the paper](https://loom.example/1 "On mills") today | Read the paper today
          It says [[1]](https://loom.example/p?x=y) on page four | It says [1] on page four
          [![Build](https://ci.example/b)](https://ci.example) Loomweft is out | Loomweft is out
          See [Loom](https://loom.example/Loom_(mill)) and go | See Loom and go
          They count src/*.js and test/*.js now | They count src/*.js and test/*.js now
          The looms are 2**10 in all | The looms are 2**10 in all
          *Loomweft* is out | Loomweft is out
          """)
  void marksOfMarkdownGoAndOthersStay(String text, String words) {
    assertThat(split(text)).containsExactly(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "[", "*", "\n", "~", "`", "#", "\"", "](", "｜-"})
  @Timeout(10)
  void marksWithoutEndTakeNoTime(String mark) {
    assertThat(Sentences.of("a" + mark.repeat(20_000) + " b](" + mark.repeat(20_000) + "b"))
        .hasSizeLessThanOrEqualTo(200);
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
