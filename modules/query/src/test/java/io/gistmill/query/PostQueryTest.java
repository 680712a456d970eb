package io.gistmill.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.StoryPost;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostQueryTest {

  private static final PostIndex INDEX = PostIndex.of(Posts.ALL);

  private static final Map<StoryPost, String> NAMES =
      Map.of(
          Posts.RETRIEVAL, "retrieval",
          Posts.CHINESE, "chinese",
          Posts.VIDEO, "video",
          Posts.BARE, "bare");

  /// Posts are told in the order of the sample.
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '\'',
      value = {
        "retrieval -> retrieval",
        "RETRIEVAL -> retrieval",
        "beats AND contexts -> retrieval",
        "beats contexts -> retrieval",
        "beats browser -> none",
        "beats OR browser -> retrieval video",
        "beats OR browser AND nothing -> retrieval",
        "beats && contexts -> retrieval",
        "beats || browser -> retrieval video",
        "NOT retrieval -> chinese video bare",
        "words:browser -> video",
        "-retrieval -browser -> chinese bare",
        "model AND NOT browser -> none",
        "+video !retrieval -> video",
        "beats OR NOT model -> retrieval chinese bare",
        "(beats OR browser) NOT model -> retrieval",
        "\"beats longer contexts\" -> retrieval",
        "\"longer beats\" -> none",
        "\"contexts the\" -> none",
        "gpt-4o -> retrieval",
        "gpt -> retrieval",
        "\"GPT-4o run\" -> retrieval",
        "retriev* -> retrieval",
        "Retriev* -> retrieval",
        "full -> video",
        "ｆｕｌｌ -> video",
        "检索 -> chinese",
        "检索增强 -> chinese",
        "检索增强流水线 -> chinese",
        "检增 -> none",
        "检索流水 -> none",
        "检 -> chinese",
        "排序* -> chinese",
        "模型把RAG命中 -> chinese",
        "\"模型 把RAG\" -> chinese",
        "rag -> chinese",
        "0.74 -> chinese",
        "author:adaquill -> retrieval",
        "author:\"@AdaQuill\" -> retrieval",
        "author:\"ada quill\" -> retrieval",
        "author=adaquill -> retrieval",
        "author:林知夏 -> chinese",
        "author:ada* -> retrieval",
        "author:ada -> none",
        "source:archive -> chinese bare",
        "source:feed* -> retrieval",
        "topic:rag -> retrieval chinese",
        "topic:video-generation -> video",
        "topic:(rag OR video-generation) -> retrieval chinese video",
        "NOT topic:rag -> video bare",
        "language:zh -> chinese",
        "language:en NOT topic:rag -> video",
        "confidence:[0.8 TO 1] -> retrieval chinese",
        "confidence:{0.8 TO 1] -> retrieval",
        "confidence>=0.8 -> retrieval chinese",
        "confidence>0.8 -> retrieval",
        "confidence<0.8 -> video",
        "confidence:[* TO *] -> retrieval chinese video",
        "confidence.rag:[0.9 TO *] -> retrieval",
        "confidence.long-context>=0.3 -> retrieval",
        "confidence.moe>=0 -> none",
        "\\*beats -> retrieval",
        "'  beats\n' -> retrieval",
      })
  void aQueryFindsThePosts(String text, String expected) {
    PostQuery query = PostQuery.parse(text);

    assertThat(query).isInstanceOf(PostQuery.Parsed.class);
    assertThat(found((PostQuery.Parsed) query)).isEqualTo(expected);
  }

  @Test
  void anIndexOfNothingHoldsNothing() {
    var query = (PostQuery.Parsed) PostQuery.parse("NOT beats");

    BitSet found = PostIndex.of(List.of()).matching(query);

    assertThat(found.isEmpty()).isTrue();
  }

  @Test
  void queriesOfTheSameTextAreEqual() {
    PostQuery one = PostQuery.parse("ab* OR b");
    PostQuery other = PostQuery.parse("ab* OR b");

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  private static String found(PostQuery.Parsed query) {
    BitSet found = INDEX.matching(query);
    return found.isEmpty()
        ? "none"
        : found.stream()
            .mapToObj(place -> NAMES.get(Posts.ALL.get(place)))
            .collect(Collectors.joining(" "));
  }
}
