package io.gistmill.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gistmill.contracts.Json;
import io.gistmill.launcher.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// What `shadow` says of an archive with repeats and edits is what two whole replays differ in,
/// counted here from their `posts.jsonl` without any of Gistmill's code.
///
/// `-Dgistmill.shadow.posts=10000` takes more posts.
@Timeout(600)
class ShadowRecountTest {

  private static final int POSTS = Integer.getInteger("gistmill.shadow.posts", 500);
  private static final long SEED = Long.getLong("gistmill.shadow.seed", 7L);
  private static final int DAYS = 20;

  private static final String CANDIDATE =
      """
      classifiers:
        taxonomy: {add: own.yaml}
        trained:
      thresholds: {moe: 1, training: 0.9}
      """;

  private static final String OWN =
      """
      topics:
        - slug: novelty
          names: {en: Novelty}
          definition: {en: Posts that say new things.}
          terms:
            - {weight: 3, en: [author7]}
      """;

  @TempDir static Path folder;

  private static JsonNode difference = Json.MAPPER.createObjectNode();
  private static String json = "";

  @BeforeAll
  static void replayTwiceAndShadow() throws IOException {
    GeneratedArchive.write(folder.resolve("posts.jsonl"), SEED, POSTS, DAYS);
    Files.writeString(folder.resolve("own.yaml"), OWN);
    Files.writeString(folder.resolve("candidate.yaml"), CANDIDATE);
    String archive = folder.resolve("posts.jsonl").toString();
    String candidate = folder.resolve("candidate.yaml").toString();
    // As services tag, and so does a candidate that is nothing but other terms.
    run("replay", archive, "--sentences=no", "--out", folder.resolve("active").toString());
    run("replay", archive, "--with", candidate, "--out", folder.resolve("wanted").toString());
    run("shadow", archive, "--with", candidate, "--out", folder.resolve("shadow").toString());
    json = Files.readString(folder.resolve("shadow").resolve("shadow.json"));
    difference = Json.MAPPER.readTree(json);
  }

  private static void run(String... arguments) {
    CommandLine command = Main.commandLine();
    var err = new StringWriter();
    command.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err));
    assertThat(command.execute(arguments)).as(err.toString()).isZero();
  }

  @Test
  void differenceIsThatOfTwoReplays() throws IOException {
    Map<String, SortedSet<String>> active = topics(folder.resolve("active"));
    Map<String, SortedSet<String>> wanted = topics(folder.resolve("wanted"));

    SortedMap<String, String> recount = recount(active, wanted);

    SortedMap<String, String> told = new TreeMap<>();
    for (JsonNode topic : difference.path("topics")) {
      told.put(
          topic.path("topic").asString(),
          line(
              topic.path("active").asInt(),
              topic.path("candidate").asInt(),
              topic.path("added").asInt(),
              topic.path("removed").asInt()));
    }
    assertThat(told).as("seed " + SEED).isEqualTo(recount);
    assertThat(difference.path("posts").asInt()).isEqualTo(active.size());
    assertThat(difference.path("changed").asLong())
        .isEqualTo(
            active.keySet().stream()
                .filter(id -> !active.getOrDefault(id, none()).equals(wanted.get(id)))
                .count());
  }

  @Test
  void somethingIsAddedAndSomethingRemoved() {
    assertThat(difference.path("topics").valueStream().mapToInt(one -> one.path("added").asInt()))
        .anyMatch(added -> added > 0);
    assertThat(difference.path("topics").valueStream().mapToInt(one -> one.path("removed").asInt()))
        .anyMatch(removed -> removed > 0);
  }

  @Test
  void documentIsThatOfItsSchema() throws IOException {
    String schema =
        Files.readString(
            Path.of(System.getProperty("gistmill.root", "../.."))
                .resolve("docs/reference/shadow.schema.json"));

    var errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema)
            .validate(json, InputFormat.JSON);

    assertThat(errors).isEmpty();
  }

  /// The last version of each post, by time and then by place in the archive.
  private static Map<String, SortedSet<String>> topics(Path replay) throws IOException {
    Map<String, JsonNode> last = new HashMap<>();
    try (Stream<String> lines = Files.lines(replay.resolve("posts.jsonl"))) {
      lines
          .map(Json.MAPPER::readTree)
          .filter(post -> post.path("duplicateOf").isNull())
          .forEach(
              post ->
                  last.merge(
                      post.path("id").asString(),
                      post,
                      (one, other) -> isAfter(one, other) ? one : other));
    }
    Map<String, SortedSet<String>> topics = new HashMap<>();
    last.forEach(
        (id, post) -> {
          SortedSet<String> slugs = new TreeSet<>();
          post.path("topics").forEach(topic -> slugs.add(topic.path("topic").asString()));
          topics.put(id, slugs);
        });
    return topics;
  }

  private static boolean isAfter(JsonNode one, JsonNode other) {
    int inTime = published(one).compareTo(published(other));
    return inTime == 0 ? one.path("ordinal").asLong() > other.path("ordinal").asLong() : inTime > 0;
  }

  private static Instant published(JsonNode post) {
    return Instant.parse(post.path("published").asString());
  }

  private static SortedMap<String, String> recount(
      Map<String, SortedSet<String>> active, Map<String, SortedSet<String>> wanted) {
    assertThat(wanted.keySet()).isEqualTo(active.keySet());
    SortedMap<String, int[]> counts = new TreeMap<>();
    active.forEach(
        (id, before) -> {
          SortedSet<String> after = wanted.getOrDefault(id, none());
          before.forEach(slug -> count(counts, slug, 0, after.contains(slug) ? -1 : 3));
          after.forEach(slug -> count(counts, slug, 1, before.contains(slug) ? -1 : 2));
        });
    SortedMap<String, String> lines = new TreeMap<>();
    counts.forEach((slug, n) -> lines.put(slug, line(n[0], n[1], n[2], n[3])));
    return lines;
  }

  private static void count(SortedMap<String, int[]> counts, String slug, int side, int change) {
    int[] of = counts.computeIfAbsent(slug, topic -> new int[4]);
    of[side]++;
    if (change >= 0) {
      of[change]++;
    }
  }

  private static SortedSet<String> none() {
    return new TreeSet<>();
  }

  private static String line(int active, int candidate, int added, int removed) {
    return active + " now, " + candidate + " then, +" + added + " -" + removed;
  }
}
