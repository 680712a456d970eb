package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpellingTreeTest {

  /// So few that most spellings begin as others do.
  private static final String ALPHABET = "ab*词";

  private final SpellingTree tree = new SpellingTree();

  @Test
  void findsWhatAMapFinds() {
    var random = new Random(1_960);
    Map<String, String> expected = filled(random);

    for (int i = 0; i < 5_000; i++) {
      String word = word(random);
      assertThat(value(word)).as(word).isEqualTo(expected.get(word));
    }
    expected.forEach((spelling, value) -> assertThat(value(spelling)).isEqualTo(value));
  }

  @Test
  void aWalkMeetsTheLongestSpellingLast() {
    var random = new Random(1_961);
    Map<String, String> expected = filled(random);

    for (int i = 0; i < 5_000; i++) {
      String text = word(random) + word(random);
      assertThat(longestByWalk(text)).as(text).isEqualTo(longest(expected, text));
    }
  }

  @Test
  void aWalkEndsWhereNoSpellingGoesOn() {
    tree.add("abba", "band");

    assertThat(value("abba")).isEqualTo("band");
    assertThat(value("abb")).isNull();
    assertThat(tree.next(SpellingTree.ROOT, "abb")).isNotEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.next(SpellingTree.ROOT, "abbas")).isEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.next(SpellingTree.ROOT, "bba")).isEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.next(SpellingTree.NOWHERE, 'a')).isEqualTo(SpellingTree.NOWHERE);
    assertThat(tree.value(SpellingTree.NOWHERE)).isNull();
  }

  @Test
  void theFirstValueOfASpellingStays() {
    tree.add("ab", "first");
    tree.add("ab", "second");

    assertThat(value("ab")).isEqualTo("first");
  }

  @Test
  void anEmptySpellingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> tree.add("", "nothing"));

    assertThat(tree.value(SpellingTree.ROOT)).isNull();
  }

  @Test
  void moreSpellingsThanThereArePlacesForAreRefused() {
    String longest = "a".repeat(Short.MAX_VALUE);
    tree.add(longest, "long");

    assertThat(value(longest)).isEqualTo("long");
    assertThatIllegalStateException().isThrownBy(() -> tree.add("b", "one too many"));
  }

  private Map<String, String> filled(Random random) {
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      String spelling = word(random);
      tree.add(spelling, "value " + i);
      expected.putIfAbsent(spelling, "value " + i);
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

  private @Nullable String value(String spelling) {
    return tree.value(tree.next(SpellingTree.ROOT, spelling));
  }

  private int longestByWalk(String text) {
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
