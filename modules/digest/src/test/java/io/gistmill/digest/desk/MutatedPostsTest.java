package io.gistmill.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.text.Simplified;
import io.gistmill.domain.Post;
import io.gistmill.domain.TaggedPost;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// Posts that are passed on with changes join the post that they came from, and no other.
class MutatedPostsTest {

  private static final int SEED = 11;
  private static final int LEAST_LETTERS = 60;

  private static final Map<String, BiFunction<String, Random, String>> MUTATIONS =
      new TreeMap<>(
          Map.of(
              "cut", (text, random) -> text.substring(0, text.length() * 7 / 10),
              "reworded", MutatedPostsTest::reworded,
              "quoted", (text, random) -> "转发一下，这条写得很清楚。 Worth a read.\n\n" + text,
              "tracked", (text, random) -> tracked(text),
              "emoji", (text, random) -> text.replace("。", "！🚀").replace(". ", "! 🎉 "),
              "traditional", (text, random) -> traditional(text)));

  @Test
  void mutatedPostsJoinTheirOriginal() throws IOException {
    // given
    List<StoryCorpus.Labelled> originals = originals();
    List<Post> posts = new ArrayList<>();
    var random = new Random(SEED);
    for (StoryCorpus.Labelled original : originals) {
      Post post = original.post().post();
      posts.add(post);
      MUTATIONS.forEach(
          (name, mutation) -> posts.add(copy(post, name, mutation.apply(post.text(), random))));
    }
    posts.sort(Comparator.comparing(Post::published).thenComparing(Post::id));
    List<TaggedPost> tagged = StoryCorpus.fingerprinted(posts);

    // when
    StoryStream.Ended stories = StoryStream.run(StoryModel.shipped(), tagged);

    // then
    var all = new PairCounts();
    SortedMap<String, PairCounts> each = new TreeMap<>();
    for (StoryCorpus.Labelled original : originals) {
      for (String name : MUTATIONS.keySet()) {
        boolean joined = stories.together(original.id(), original.id() + "-" + name);
        all.add(true, joined);
        each.computeIfAbsent(name, key -> new PairCounts()).add(true, joined);
      }
      for (StoryCorpus.Labelled other : originals) {
        if (original.id().compareTo(other.id()) < 0) {
          all.add(false, stories.together(original.id(), other.id()));
        }
      }
    }
    System.out.println("Mutated posts: " + all + "; " + each);
    assertThat(all.precision()).isGreaterThan(0.96);
    assertThat(all.recall()).isGreaterThan(0.94);
  }

  /// One post of each group of one file: no two tell one story.
  private static List<StoryCorpus.Labelled> originals() throws IOException {
    SortedMap<String, StoryCorpus.Labelled> first = new TreeMap<>();
    for (StoryCorpus.Labelled post : StoryCorpus.read(StoryCorpus.FOLDER).posts()) {
      if (post.file().equals("groups-1.jsonl")
          && post.post().post().text().codePoints().filter(Character::isLetter).count()
              >= LEAST_LETTERS) {
        first.putIfAbsent(post.group(), post);
      }
    }
    return List.copyOf(first.values());
  }

  private static Post copy(Post post, String name, String text) {
    return new Post(
        post.id() + "-" + name,
        post.origin(),
        "reader of " + name,
        null,
        post.published().plus(Duration.ofHours(3)),
        false,
        null,
        null,
        text,
        List.of(),
        List.of(),
        post.links().stream().map(MutatedPostsTest::tracked).toList());
  }

  /// Every fortieth letter is another one.
  private static String reworded(String text, Random random) {
    var changed = new StringBuilder(text);
    for (int i = random.nextInt(40); i < text.length(); i += 40) {
      if (Character.isLetter(text.charAt(i))) {
        changed.setCharAt(i, text.charAt(i) < 0x80 ? 'e' : '的');
      }
    }
    return changed.toString();
  }

  private static String tracked(String text) {
    return text.replaceAll("(https?://[\\x21-\\x3E\\x40-\\x7E]+)", "$1?utm_source=reader&ref=x");
  }

  private static String traditional(String text) {
    Map<Character, Character> table = new HashMap<>();
    for (char c = 0x4E00; c < 0xA000; c++) {
      if (Simplified.of(c) != c) {
        table.putIfAbsent(Simplified.of(c), c);
      }
    }
    var changed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      changed.append(table.getOrDefault(text.charAt(i), text.charAt(i)));
    }
    return changed.toString();
  }
}
