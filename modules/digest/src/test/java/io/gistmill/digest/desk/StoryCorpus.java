package io.gistmill.digest.desk;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.Answer;
import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Intake;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Quote;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Labelled groups of posts, each post as the classifier stage leaves it.
///
/// @param posts in the order of their dates
/// @param related pairs of posts of different groups that may yet tell one story: nothing is learnt
///   from them, and nothing counted
record StoryCorpus(List<Labelled> posts, List<Pair> pairs, SortedSet<String> related) {

  static final Path FOLDER = Path.of("training", "stories");

  /// @param file where the post stands; groups of one file have nothing to do with one another,
  ///   those of two files may tell of one event
  record Labelled(String file, String group, TaggedPost post) {
    String id() {
      return post.post().id();
    }
  }

  record Pair(String group, String one, String other, boolean same) {}

  boolean areRelated(String one, String other) {
    return related.contains(bothOf(one, other)) || related.contains(bothOf(other, one));
  }

  private static String bothOf(String one, String other) {
    return one + " " + other;
  }

  Collection<List<Labelled>> postsByFile() {
    return posts.stream()
        .collect(Collectors.groupingBy(Labelled::file, TreeMap::new, Collectors.toList()))
        .values();
  }

  static StoryCorpus read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    var mapper = new JsonMapper();
    List<Pair> pairs = new ArrayList<>();
    List<Post> posts = new ArrayList<>();
    SortedSet<String> related = new TreeSet<>();
    SortedMap<String, String> groups = new TreeMap<>();
    SortedMap<String, String> places = new TreeMap<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        JsonNode row = mapper.readTree(line);
        String group = row.path("group").asString();
        for (JsonNode post : row.path("posts")) {
          posts.add(post(post));
          groups.put(post.path("id").asString(), group);
          places.put(post.path("id").asString(), String.valueOf(file.getFileName()));
        }
        addPairs(group, row.path("same"), true, pairs);
        addPairs(group, row.path("different"), false, pairs);
        row.path("related")
            .forEach(pair -> related.add(bothOf(pair.get(0).asString(), pair.get(1).asString())));
      }
    }
    posts.sort(Comparator.comparing(Post::published).thenComparing(Post::id));
    List<Labelled> labelled =
        fingerprinted(posts).stream()
            .map(
                post ->
                    new Labelled(
                        Objects.requireNonNull(places.get(post.post().id())),
                        Objects.requireNonNull(groups.get(post.post().id())),
                        post))
            .toList();
    return new StoryCorpus(labelled, List.copyOf(pairs), related);
  }

  private static void addPairs(String group, JsonNode rows, boolean same, List<Pair> pairs) {
    for (JsonNode row : rows) {
      pairs.add(new Pair(group, row.get(0).asString(), row.get(1).asString(), same));
    }
  }

  private static Post post(JsonNode row) {
    List<Quote> quoted = new ArrayList<>();
    row.path("quoted").forEach(quote -> quoted.add(new Quote(null, null, null, quote.asString())));
    List<String> links = new ArrayList<>();
    row.path("links").forEach(link -> links.add(link.asString()));
    return new Post(
        row.path("id").asString(),
        new Origin("corpus", null),
        row.path("author").asString(""),
        null,
        Instant.parse(row.path("published").asString("2024-01-01T00:00:00Z")),
        false,
        null,
        null,
        row.path("text").asString(),
        quoted,
        List.of(),
        links);
  }

  /// What the classifier stage says of posts.
  static List<TaggedPost> fingerprinted(List<Post> posts) {
    var tables =
        new IntakeTables(
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>(),
            new MemoryTable<>());
    List<TaggedPost> tagged = new ArrayList<>();
    Consumer<Decision<Answer>> take =
        decision -> {
          if (Objects.requireNonNull(decision.value()).event()
              instanceof TaggedEvent.Tagged(TaggedPost post)) {
            tagged.add(post);
          }
        };
    List<ActiveClassifier> shipped =
        ClassifierRegistry.discover(StoryCorpus.class.getClassLoader())
            .activate(List.of("trained"));
    try (var tagger = new Tagger(shipped, Tagger.THRESHOLD, () -> 0)) {
      var intake = new Intake(tables, Taggers.of(tagger), 0, 1);
      posts.forEach(post -> intake.accept(new PostEvent.Posted(post), take));
    }
    return List.copyOf(tagged);
  }
}
