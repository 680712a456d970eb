package io.gistmill.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.JsonSerde;
import io.gistmill.digest.desk.brief.Briefs;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Name;
import io.gistmill.domain.StoryPost;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows come back from a store as they went in.
class DeskTablesTest {

  private static final StoryPost POST = Briefs.of(TestPosts.post("a", TestPosts.START));
  private static final Fingerprint FINGERPRINT =
      new Fingerprint(
          List.of(1, -1, Integer.MIN_VALUE),
          List.of("https://papers.example/1"),
          List.of(new Name("weft/2", 24, true)),
          List.of("87gb"),
          List.of(77));
  private static final DeskTables.Origin ORIGIN =
      new DeskTables.Origin(
          "weekly",
          "ola",
          Language.EN,
          TestPosts.START,
          List.of(new StoryPost.TopicShare("rag", Fixed.ONE)));

  static Stream<Record> rows() {
    return Stream.of(
        new DeskTables.Buffered.Told(TestPosts.START, FINGERPRINT, POST),
        new DeskTables.Buffered.Corrected(
            TestPosts.START, "a", 2, List.of(new StoryPost.TopicShare("rag", Fixed.ONE))),
        new DeskTables.Buffered.Withdrawn(TestPosts.START, "a", 3),
        new DeskTables.Pending(TestPosts.START, "sa", "order", "a", false, null),
        new DeskTables.KnownPost("sa", 2, TestPosts.START, FINGERPRINT, ORIGIN, true),
        new DeskTables.KnownPost("sa", 2, TestPosts.START, FINGERPRINT, null, null),
        new DeskTables.KnownStory("sa", "order", TestPosts.START, 3, List.of("a")),
        new DeskTables.KnownAlias("sa"),
        new DeskTables.Band(List.of("a", "b")),
        new DeskTables.LinkUses(List.of(new DeskTables.LinkUse("a", "ola"))),
        new DeskTables.Mentions(9, List.of("a", "b")),
        new DeskTables.AuthorPosts(List.of("a", "b")),
        new DeskTables.Written(TestPosts.START, "sa", List.of("a")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bufferedRowsComeBackAsTheirKind(Record row) {
    if (row instanceof DeskTables.Buffered buffered) {
      // when
      var serde = new JsonSerde<>(DeskTables.Buffered.class);
      byte[] bytes = serde.serializer().serialize("rows", buffered);

      // then
      assertThat(serde.deserializer().deserialize("rows", bytes)).isEqualTo(row);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void survivesJson(Record row) {
    // when
    Record back = throughJson(row.getClass(), row);

    // then
    assertThat(back).isEqualTo(row);
  }

  private static <T extends Record> Record throughJson(Class<T> type, Record row) {
    var serde = new JsonSerde<>(type);
    return serde
        .deserializer()
        .deserialize("rows", serde.serializer().serialize("rows", type.cast(row)));
  }
}
