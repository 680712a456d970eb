package io.gistmill.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gistmill.classifier.trained.sentence.SentenceEmbedder;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BgeEmbedderTest {

  private static final BgeEmbedder EMBEDDER = new BgeEmbedder();

  @AfterAll
  static void close() {
    EMBEDDER.close();
  }

  @Test
  void textsAboutTheSameThingAreNearer() {
    float[] text = EMBEDDER.embed("央行下调存款准备金率");

    double same = dot(text, EMBEDDER.embed("银行利率今日调整"));
    double other = dot(text, EMBEDDER.embed("主队在加时赛中取胜"));

    assertThat(same).isGreaterThan(other + 0.1);
  }

  @Test
  void vectorsHaveLengthOne() {
    float[] vector = EMBEDDER.embed("a short text");

    assertThat(vector).hasSize(EMBEDDER.dims());
    assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
  }

  @Test
  void aTextWithoutAWordIsNought() {
    assertThat(EMBEDDER.embed(" ")).containsOnly(0f);
  }

  @Test
  void textsMeanTheSameHoweverTheyAreSpelt() {
    float[] plain = EMBEDDER.embed("用 GPT 检索增强生成");

    assertThat(EMBEDDER.embed("用 GPT 檢索增強生成")).containsExactly(plain);
    assertThat(EMBEDDER.embed("用 ＧＰＴ  检\u200B索增强生成 \n")).containsExactly(plain);
    assertThat(EMBEDDER.emphasis("檢索增強生成，先檢索後生成。")).isEqualTo(EMBEDDER.emphasis("检索增强生成，先检索后生成。"));
  }

  @Test
  void addressesAreNotRead() {
    float[] words = EMBEDDER.embed("推荐一篇讲检索的文章：值得一读");

    assertThat(EMBEDDER.embed("推荐一篇讲检索的文章：https://example.com/a/9f3?s=20 值得一读"))
        .containsExactly(words);
    assertThat(EMBEDDER.embed("https://example.com/a/9f3?s=20")).containsOnly(0f);
  }

  @Test
  void severalThreadsGetWhatOneGets() {
    float[] alone = EMBEDDER.embed("两条线程");

    boolean alike =
        IntStream.range(0, 32)
            .parallel()
            .allMatch(i -> java.util.Arrays.equals(EMBEDDER.embed("两条线程"), alone));

    assertThat(alike).isTrue();
  }

  @Test
  void itIsFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(SentenceEmbedder.class))
        .hasAtLeastOneElementOfType(BgeEmbedder.class);
  }

  @Test
  void onceClosedItRefuses() {
    var embedder = new BgeEmbedder();

    embedder.close();

    assertThatThrownBy(() -> embedder.embed("late")).hasMessage("this embedder is closed");
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(d -> a[d] * b[d]).sum();
  }
}
