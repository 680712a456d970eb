package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpellingTreeTest {

  /// So few that most spellings begin as others do.
  private static final String ALPHABET = "ab*词";

  @Test
  void findsWhatAMapFinds() {
    var random = new Random(1_960);
    SortedMap<String, String> expected = filled(random);
    var tree = new SpellingTree(expected);

    for (int i = 0; i < 5_000; i++) {
      String word = word(random);
      assertThat(value(tree, word)).as(word).isEqualTo(expected.get(word));
    }
    expected.forEach((spelling, value) -> assertThat(value(tree, spelling)).isEqualTo(value));
  }

  @Test
  void aWalkMeetsTheLongestSpellingLast() {
    var random = new Random(1_961);
    SortedMap<String, String> expected = filled(random);
    var tree = new SpellingTree(expected);

    for (int i = 0; i < 5_000; i++) {
      String text = word(random) + word(random);
      assertThat(longestByWalk(tree, text)).as(text).isEqualTo(longest(expected, text));
    }
  }

  @Test
  void aWalkEndsWhereNoSpellingGoesOn() {
    var tree = new SpellingTree(Map.of("abba", "band"));

    assertThat(value(tree, "abba")).isEqualTo("band");
    assertThat(value(tree, "abb")).isNull();
    assertThat(tree.next(SpellingTree.ROOT, "abb")).isNotEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.next(SpellingTree.ROOT, "abbas")).isEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.next(SpellingTree.ROOT, "bba")).isEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.next(SpellingTree.NOWHERE, 'a')).isEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.value(SpellingTree.NOWHERE)).isNull();
  }

  @Test
  void withoutSpellingsNoWalkBegins() {
    var tree = new SpellingTree(Map.of());

    assertThat(tree.next(SpellingTree.ROOT, 'a')).isEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.value(SpellingTree.ROOT)).isNull();
  }

  @Test
  void anEmptySpellingIsRefused() {
    var spellings = Map.of("", "nothing");

    assertThatIllegalArgumentException().isThrownBy(() -> new SpellingTree(spellings));
  }

  @Test
  void spellingsMayBeLong() {
    String longest = "a".repeat(100_000);
    var tree = new SpellingTree(Map.of(longest, "long", "aa", "short"));

    assertThat(value(tree, longest)).isEqualTo("long");
    assertThat(value(tree, "aa")).isEqualTo("short");
  }

  private static SortedMap<String, String> filled(Random random) {
    SortedMap<String, String> expected = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      expected.putIfAbsent(word(random), "value " + i);
    }
    return expected;
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    int length = 1 + random.nextInt(7);
    for (int i = 0; i < length; i++) {
      word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return word.toString();
  }

  private static @Nullable String value(SpellingTree tree, String spelling) {
    return tree.value(tree.next(SpellingTree.ROOT, spelling));
  }

  private static int longestByWalk(SpellingTree tree, String text) {
    int longest = 0;
    int place = SpellingTree.ROOT;
    for (int i = 0; i < text.length(); i++) {
      place = tree.next(place, text.charAt(i));
      longest = tree.value(place) == null ? longest : i + 1;
    }
    return longest;
  }

  private static int longest(Map<String, String> spellings, String text) {
    int length = text.length();
    while (length > 0 && !spellings.containsKey(text.substring(0, length))) {
      length--;
    }
    return length;
  }
}
