package io.gistmill.digest.desk;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.TaggedPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pairs of posts as any feed brings them together, alike in subject or in what they name, and
/// whether they tell one story.
///
/// The posts are some of those from which classifiers learn, read as one feed of several weeks.
///
/// @param posts in the order of the dates that they were given
record FeedPairs(List<FeedPair> pairs, List<TaggedPost> posts) {

  private static final Path PAIRS = Path.of("training", "feed.tsv");
  private static final Path POSTS = Path.of("..", "classifiers", "trained", "training");
  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(40);

  record FeedPair(String one, String other, boolean same) {}

  static FeedPairs read() throws IOException {
    List<FeedPair> pairs = judged();
    SortedSet<String> wanted = new TreeSet<>();
    pairs.forEach(pair -> wanted.addAll(List.of(pair.one(), pair.other())));
    SortedMap<Integer, Post> posts = new TreeMap<>();
    for (JsonNode row : rows()) {
      String id = row.path("id").asString();
      if (wanted.contains(id)) {
        int drawn = Math.floorMod(id.hashCode() * 0x9E3779B9, (int) LENGTH.toSeconds());
        posts.put(free(drawn, posts), post(row, BEGIN.plusSeconds(drawn)));
      }
    }
    return new FeedPairs(pairs, StoryCorpus.fingerprinted(List.copyOf(posts.values())));
  }

  /// By post that tells the same as another: the least of all that do, as far as pairs say.
  SortedMap<String, String> stories() {
    SortedMap<String, String> stories = new TreeMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (FeedPair pair : pairs) {
        if (pair.same()) {
          String one = stories.getOrDefault(pair.one(), pair.one());
          String other = stories.getOrDefault(pair.other(), pair.other());
          String least = one.compareTo(other) < 0 ? one : other;
          changed |= !least.equals(stories.put(pair.one(), least));
          changed |= !least.equals(stories.put(pair.other(), least));
        }
      }
    }
    return stories;
  }

  private static int free(int drawn, SortedMap<Integer, Post> posts) {
    int place = drawn;
    while (posts.containsKey(place)) {
      place++;
    }
    return place;
  }

  private static List<FeedPair> judged() throws IOException {
    return Files.readAllLines(PAIRS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(FeedPairs::pair)
        .toList();
  }

  private static FeedPair pair(String[] columns) {
    boolean same = columns[2].equals("same");
    if (!same && !columns[2].equals("different")) {
      throw new IllegalStateException(PAIRS + " knows same and different alone: " + columns[2]);
    }
    return new FeedPair(columns[0], columns[1], same);
  }

  private static List<JsonNode> rows() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(POSTS)) {
      files = listed.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    var mapper = new JsonMapper();
    List<JsonNode> rows = new ArrayList<>();
    for (Path file : files) {
      Files.readAllLines(file).forEach(line -> rows.add(mapper.readTree(line)));
    }
    return rows;
  }

  private static Post post(JsonNode row, Instant published) {
    List<Quote> quoted = new ArrayList<>();
    row.path("quoted").forEach(quote -> quoted.add(new Quote(null, null, null, quote.asString())));
    List<String> links = new ArrayList<>();
    row.path("links").forEach(link -> links.add(link.asString()));
    String id = row.path("id").asString();
    return new Post(
        id,
        new Origin("feed", null),
        id,
        null,
        published,
        false,
        null,
        row.path("title").isString() ? row.path("title").asString() : null,
        row.path("text").asString(),
        quoted,
        List.of(),
        links);
  }
}
