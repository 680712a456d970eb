package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.gistmill.domain.Name;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          谷歌的双子座终于来了 | google
          谷歌的双子座终于来了 | gemini
          通義千問又開源了一個 | qwen
          智谱昨天融了一轮 | zhipu
          山姆·奥特曼回来了 | sam altman
          Sam Altman is back at work | sam altman
          试了 GPT4V，比想的好 | gpt-4v
          Tried GPT-4V on my receipts | gpt-4v
          Gemini 1.5 Pro is out today | gemini/1.5 pro
          谷歌放出Gemini1.5Pro了 | gemini/1.5 pro
          用 llama2-70B 跑了一晚上 | llama/2 70b
          Mixtral 8x7B 的权重放出来了 | mixtral/8x7b
          今天试了 PowerInfer，快得离谱 | powerinfer
          昨天的 Loomwright Weave 演示真好看 | loomwrightweave
          We moved it all to Loomwright last week | loomwright
          the new WeftRunner is quick | weftrunner
          看了 #AIGC# 的讨论 | aigc
          thanks to @mill_wheel for the tip | @millwheel
          读完《慢一点的磨坊》 | 《慢一点的磨坊
          The paper is called "Grinding Slowly, Grinding Fine" | 《grindingslowlygrindingfine
          """)
  void isNamed(String text, String name) {
    assertThat(names(text)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Today the weather is fine. However, nobody cares. | however
          On Tuesday in March we met | tuesday
          Claude 3 个月涨价两次 | claude/3
          MMLU 77.4 分 | mmlu/77.4
          I take notes in a notion of my own | notion
          https://wheel.example/Some/Page 看这个 | somepage
          """)
  void isNoName(String text, String name) {
    assertThat(names(text)).doesNotContain(name);
  }

  @Test
  void aSubjectStandsInTheFirstLineOrAgain() {
    List<Name> names =
        Naming.of(
                post("PowerInfer 真快\n\n和 WeftRunner 比过，也和 LoomKit 比过。LoomKit 最慢。"),
                List.of(),
                List.of())
            .names();

    assertThat(names.stream().filter(Name::subject).map(Name::name))
        .containsExactlyInAnyOrder("powerinfer", "loomkit");
    assertThat(names.getLast().name()).isEqualTo("weftrunner");
  }

  @Test
  void aRepositoryIsASubjectAndNothingQuotedIs() {
    Post quoting =
        post("这个厉害", new Quote(null, null, null, "WeftRunner is here. WeftRunner is fast."));

    List<Name> names = Naming.of(quoting, List.of("loom-kit"), List.of("mill.example")).names();

    assertThat(names)
        .extracting(Name::name, Name::subject)
        .contains(tuple("loomkit", true), tuple("weftrunner", false), tuple("mill.example", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          一共 87GB | 87gb
          87 GB by magnet | 87gb
          没有说明，87GB | 87gb
          467 亿参数 | 46700000000
          46.7B parameters | 46700000000
          用户到了 4000 万？是 4100 万 | 41000000
          41 million users | 41000000
          涨了 63% | 63%
          raised $1,300,000,000 | 1300000000
          """)
  void oneAmountHasOneForm(String text, String number) {
    assertThat(Naming.of(post(text), List.of(), List.of()).numbers()).contains(number);
  }

  @Test
  void theNameOfARepositoryTellsTheRelease() {
    List<Name> names = Naming.of(post("放出来了"), List.of("whisper-large-v3"), List.of()).names();

    assertThat(names)
        .extracting(Name::name)
        .containsExactlyInAnyOrder("whisper", "whisper/large 3");
  }

  @ParameterizedTest
  @CsvSource({"phi-2, phi;phi/2", "llama-2-loom, llama;llama/2;llama2loom", "wav2weft, wav2weft"})
  void aReleaseHasNoOtherNameAndWhatHoldsOneHas(String repository, String names) {
    assertThat(Naming.of(post("放出来了"), List.of(repository), List.of()).names())
        .extracting(Name::name)
        .containsExactlyInAnyOrder(names.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"cursor-pagination, cursor", "clip-path-editor, clip", "chroma-key, chroma"})
  void anOrdinaryWordInTheNameOfARepositoryIsNoName(String repository, String name) {
    List<Name> names = Naming.of(post("放出来了"), List.of(repository), List.of()).names();

    assertThat(names).extracting(Name::name).doesNotContain(name);
  }

  @Test
  void yearsAndSmallNumbersSayNothing() {
    assertThat(Naming.of(post("2023 年 12 月 8 日，3 个人，v1.5，10%"), List.of(), List.of()).numbers())
        .isEmpty();
  }

  @Test
  void aRunOfNumberWordsIsReadAtOnce() {
    String text = "二".repeat(100_000) + "。三十个";

    List<String> numbers =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ChineseNumerals.in(text));

    assertThat(numbers).contains("30");
  }

  @Test
  void wordsOfOneMeaningAreOneTermInBothLanguages() {
    List<Integer> chinese = Naming.of(post("公司被起诉，法院受理"), List.of(), List.of()).terms();
    List<Integer> english = Naming.of(post("Sued in court today"), List.of(), List.of()).terms();

    assertThat(chinese).containsAnyElementsOf(english);
    assertThat(chinese).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void hugeTextsAndBrokenOnesAreHarmless() {
    String huge = "GPT-4V和".repeat(50_000) + "\uD800\"“《".repeat(50_000);

    assertThat(Naming.of(post(huge), List.of(), List.of()).names())
        .extracting(Name::name)
        .containsExactly("gpt-4v");
    assertThat(Naming.of(post(""), List.of(), List.of()).names()).isEmpty();
  }

  @Test
  void noMoreThanTwentyFour() {
    var text = new StringBuilder();
    for (char c = 'A'; c <= 'Z'; c++) {
      text.append("Weft").append(c).append("Loom, ");
    }

    assertThat(Naming.of(post(text.toString()), List.of(), List.of()).names()).hasSize(24);
  }

  private static List<String> names(String text) {
    return Naming.of(post(text), List.of(), List.of()).names().stream().map(Name::name).toList();
  }

  private static Post post(String text, Quote... quoted) {
    return new Post(
        "p",
        new Origin("test", null),
        "",
        null,
        Instant.EPOCH,
        false,
        null,
        null,
        text,
        List.of(quoted),
        List.of(),
        List.of());
  }
}
