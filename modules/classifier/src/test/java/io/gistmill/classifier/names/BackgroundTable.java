package io.gistmill.classifier.names;

import io.gistmill.domain.Name;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Counts in how many posts of a folder words and names stand.
final class BackgroundTable {

  private static final int LEAST_POSTS_OF_WORD = 3;
  private static final int LEAST_POSTS_OF_NAME = 2;

  private BackgroundTable() {}

  static String of(Path folder) throws IOException {
    List<Post> posts = posts(folder);
    SortedMap<String, Integer> words = new TreeMap<>();
    for (Post post : posts) {
      Folded folded = Folded.of(post);
      List<Piece> pieces = Piece.of(folded.text());
      Collection<String> all = new TreeSet<>(TermCounts.of(folded, pieces).all().keySet());
      all.removeIf(word -> word.charAt(0) < 0x80 && word.charAt(0) != '~');
      pieces.stream()
          .map(Piece::text)
          .filter(text -> Character.isLowerCase(text.charAt(0)))
          .forEach(all::add);
      all.forEach(word -> words.merge(Background.WORD + word, 1, Integer::sum));
    }
    words.values().removeIf(count -> count < LEAST_POSTS_OF_WORD);
    var known = new Background(posts.size(), new HashMap<>(words));
    SortedMap<String, Integer> names = new TreeMap<>();
    for (Post post : posts) {
      for (Name name : Naming.of(post, List.of(), List.of(), known).names()) {
        names.merge(Background.NAME + name.name(), 1, Integer::sum);
      }
    }
    names.values().removeIf(count -> count < LEAST_POSTS_OF_NAME);
    return text(posts.size(), names, words);
  }

  private static String text(int posts, Map<String, Integer> names, Map<String, Integer> words) {
    var text =
        new StringBuilder(
            "# In how many posts a name (n) or a word (w) stands; made by BackgroundTest with"
                + " -Dbackground.refresh=true.\n");
    text.append("posts\t").append(posts).append('\n');
    names.forEach((key, count) -> text.append(key).append('\t').append(count).append('\n'));
    words.forEach((key, count) -> text.append(key).append('\t').append(count).append('\n'));
    return text.toString();
  }

  static List<Post> posts(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    var mapper = new JsonMapper();
    List<Post> posts = new ArrayList<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        posts.add(post(mapper.readTree(line)));
      }
    }
    return posts;
  }

  private static Post post(JsonNode row) {
    List<Quote> quoted =
        StreamSupport.stream(row.path("quoted").spliterator(), false)
            .map(quote -> new Quote(null, null, null, quote.asString()))
            .toList();
    return new Post(
        row.path("id").asString(),
        new Origin("training", null),
        "",
        null,
        Instant.EPOCH,
        false,
        null,
        null,
        row.path("text").asString(),
        quoted,
        List.of(),
        List.of());
  }
}
