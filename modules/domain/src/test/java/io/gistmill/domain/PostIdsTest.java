package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostIdsTest {

  private static final Instant NOON = Instant.parse("2025-03-03T04:00:00Z");

  /// These ids stand on logs. Whoever changes one makes every post new.
  @Test
  void idsAreTheSameForEver() {
    // when
    String stable = PostIds.ofStableId("feed-1", "guid-42");
    String permalink = PostIds.ofPermalink("https://posts.example.com/lin/status/1");
    String content = PostIds.ofContent("archive", "林知夏", "linzhixia", NOON, "小模型也能跑得很快");

    // then
    assertThat(stable).isEqualTo("199d1c2f4297c3fa5c02a1d4");
    assertThat(permalink).isEqualTo("b3f26ee31f57fc87500cbfce");
    assertThat(content).isEqualTo("ed6ebc3899f8e7869dbcfc3b");
  }

  @Test
  void kindsOfIdentityNeverMeet() {
    // given
    String words = "https://posts.example.com/lin/status/1";

    // when
    String permalink = PostIds.ofPermalink(words);

    // then
    assertThat(permalink).isNotEqualTo(PostIds.ofStableId("", words));
    assertThat(permalink).isNotEqualTo(PostIds.hash(List.of(words)));
  }

  @Test
  void partsDoNotRunTogether() {
    // when
    String left = PostIds.ofContent("archive", "ab", "c", NOON, "text");
    String right = PostIds.ofContent("archive", "a", "bc", NOON, "text");

    // then
    assertThat(left).isNotEqualTo(right);
  }

  /// Parts made of what separates parts: digits and colons.
  @Test
  void noTwoListsOfPartsHaveOneHash() {
    // given
    long seed = 7;
    var random = new Random(seed);
    var seen = new TreeMap<String, List<String>>();

    for (int i = 0; i < 20_000; i++) {
      List<String> parts = parts(random);

      // when
      List<String> before = seen.putIfAbsent(PostIds.hash(parts), parts);

      // then
      assertThat(before == null ? parts : before).as("seed %d", seed).isEqualTo(parts);
    }
  }

  @Test
  void sourceAuthorHandleDateAndTextMakeTheIdentity() {
    // given
    String id = PostIds.ofContent("archive", "Ines", "ines", NOON, "text");

    // when
    List<String> others =
        List.of(
            PostIds.ofContent("other", "Ines", "ines", NOON, "text"),
            PostIds.ofContent("archive", "Inez", "ines", NOON, "text"),
            PostIds.ofContent("archive", "Ines", null, NOON, "text"),
            PostIds.ofContent("archive", "Ines", "ines", NOON.plusSeconds(1), "text"),
            PostIds.ofContent("archive", "Ines", "ines", NOON, "text."));

    // then
    assertThat(others).doesNotContain(id).doesNotHaveDuplicates();
  }

  @Test
  void aRepairedDateIsNoEdit() {
    // given
    Post asWritten = post("Ines", null, "text", List.of(), List.of(), NOON);
    Post repaired = post("Ines", null, "text", List.of(), List.of(), NOON.plusSeconds(86_400));

    // when
    String hash = PostIds.contentHash(repaired);

    // then
    assertThat(hash).isEqualTo(PostIds.contentHash(asWritten));
  }

  @Test
  void everyWordThatAReaderSeesIsContent() {
    // given
    var quote = new Quote("Bo", null, null, "said");
    List<Post> posts =
        List.of(
            post("Ines", null, "text", List.of(), List.of(), NOON),
            post("Bo", null, "text", List.of(), List.of(), NOON),
            post("Ines", "title", "text", List.of(), List.of(), NOON),
            post("Ines", null, "texts", List.of(), List.of(), NOON),
            post("Ines", null, "text", List.of(quote), List.of(), NOON),
            post("Ines", null, "text", List.of(), List.of("said"), NOON));

    // when
    List<String> hashes = posts.stream().map(PostIds::contentHash).toList();

    // then
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void contentIsTheSameForEver() {
    // given
    var quote = new Quote("Bo", "bo", null, "quoted words");
    Post post = post("Ines", "title", "text", List.of(quote), List.of("a note"), NOON);

    // when
    String hash = PostIds.contentHash(post);

    // then
    assertThat(hash).isEqualTo("b7862f06c4941a92444fc55e");
  }

  @Test
  void quotedWordsAndNotesDoNotRunTogether() {
    // given
    var quotes = List.of(new Quote(null, null, null, "notes"), new Quote(null, null, null, "said"));
    Post quoting = post("Ines", null, "text", quotes, List.of(), NOON);
    Post noted = post("Ines", null, "text", List.of(), List.of("said", "notes"), NOON);

    // when
    String hash = PostIds.contentHash(quoting);

    // then
    assertThat(hash).isNotEqualTo(PostIds.contentHash(noted));
  }

  private static List<String> parts(Random random) {
    var parts = new ArrayList<String>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      var part = new StringBuilder();
      for (int j = random.nextInt(4); j > 0; j--) {
        part.append("01:".charAt(random.nextInt(3)));
      }
      parts.add(part.toString());
    }
    return parts;
  }

  private static Post post(
      String author,
      @Nullable String title,
      String text,
      List<Quote> quoted,
      List<String> notes,
      Instant published) {
    return new Post(
        "id",
        new Origin("archive", 1L),
        author,
        null,
        published,
        false,
        null,
        title,
        text,
        quoted,
        notes,
        List.of());
  }
}
