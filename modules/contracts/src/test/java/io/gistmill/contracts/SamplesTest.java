package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The samples are of the form that they claim, and lead nowhere.
class SamplesTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("gistmill.root", "../.."), "samples");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\\\\\"，。）)]+");
  private static final Pattern RESERVED = Pattern.compile("(.+\\.)?example\\.(com|org|net)");

  @Test
  void postsFitTheirSchema() throws IOException {
    // given
    Schema schema = SchemaValidationTest.schema(Schemas.of(Post.class));

    for (String line : Files.readAllLines(FOLDER.resolve("posts.jsonl"))) {
      // when
      var errors = schema.validate(line, InputFormat.JSON);

      // then
      assertThat(errors).as(line).isEmpty();
    }
  }

  @Test
  void postsAreWrittenAsJsonWritesThem() throws IOException {
    for (String line : Files.readAllLines(FOLDER.resolve("posts.jsonl"))) {
      // when
      Post post = Json.MAPPER.readValue(line, Post.class);

      // then
      assertThat(Json.MAPPER.writeValueAsString(post)).isEqualTo(line);
      assertThat(post.id()).as(line).isEqualTo(derivedId(post));
    }
  }

  @Test
  void onePostStandsThereTwice() throws IOException {
    // given
    List<String> lines = Files.readAllLines(FOLDER.resolve("posts.jsonl"));

    // when
    long distinct = lines.stream().distinct().count();

    // then
    assertThat(lines).hasSize(47);
    assertThat(distinct).isEqualTo(46);
  }

  @Test
  void threePostsAreEditedLater() throws IOException {
    // given
    List<Post> posts =
        Files.readAllLines(FOLDER.resolve("posts.jsonl")).stream()
            .distinct()
            .map(line -> Json.MAPPER.readValue(line, Post.class))
            .toList();

    // when
    Map<String, List<Post>> edited = new TreeMap<>();
    posts.forEach(post -> edited.computeIfAbsent(post.id(), id -> new ArrayList<>()).add(post));
    edited.values().removeIf(versions -> versions.size() == 1);

    // then
    assertThat(edited).hasSize(3);
    assertThat(edited.values())
        .allSatisfy(
            versions -> {
              assertThat(versions).isSortedAccordingTo(Comparator.comparing(Post::published));
              assertThat(versions).extracting(PostIds::contentHash).doesNotHaveDuplicates();
            });
  }

  @Test
  void everyLinkLeadsToAReservedDomain() throws IOException {
    // given
    String all =
        Files.readString(FOLDER.resolve("posts.md"))
            + Files.readString(FOLDER.resolve("posts.jsonl"));

    // when
    List<String> hosts =
        LINK.matcher(all).results().map(MatchResult::group).map(SamplesTest::host).toList();

    // then
    assertThat(hosts).hasSizeGreaterThan(160).allMatch(RESERVED.asMatchPredicate());
  }

  private static String host(String link) {
    return URI.create(link).getHost();
  }

  private static String derivedId(Post post) {
    return post.link() == null
        ? PostIds.ofContent(
            post.origin().source(), post.author(), post.handle(), post.published(), post.text())
        : PostIds.ofPermalink(post.link());
  }
}
