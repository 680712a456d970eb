package io.gistmill.classifier.trained.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.text.Simplified;
import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.domain.Fixed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A post says the same however it is spelt: the shipped model gives it the same topics with the
/// same confidences.
class OtherSpellingsTest {

  private static final int STEP = 10;

  /// However it is spelt, all of it is read.
  private static final int LONGEST = 1_500;

  private static final PostReader READER = ShippedModel.ofWords().reader("trained@1");
  private static final Map<Character, Character> TRADITIONAL = traditional();

  private static List<String> texts = List.of();

  /// Ways to spell a text.
  enum Spelling {
    TRADITIONAL_CHARACTERS(text -> byUnit(text, c -> "" + TRADITIONAL.getOrDefault(c, c))),
    NOTHING_VISIBLE_BETWEEN(text -> byUnit(text, c -> isHan(c) ? c + "\u200B" : "" + c)),
    BLANKS_DOUBLED(text -> text.replace(" ", "  ")),
    BLANKS_THAT_DO_NOT_BREAK(text -> text.replace(' ', '\u00A0')),
    LINES_ENDED_AS_ON_WINDOWS(text -> text.replace("\n", "\r\n")),
    BLANKS_AROUND(text -> " \n " + text + " \n\n "),
    LOWER_CASE(text -> text.toLowerCase(Locale.ROOT)),
    UPPER_CASE(text -> byUnit(text, c -> "" + (c < 0x80 ? Character.toUpperCase(c) : c))),
    FULL_WIDTH(
        text -> byUnit(text, c -> "" + (Character.isLetterOrDigit(c) && c < 0x80 ? wide(c) : c)));

    private final UnaryOperator<String> respelt;

    Spelling(UnaryOperator<String> respelt) {
      this.respelt = respelt;
    }

    private static char wide(char c) {
      return (char) (c + '\uFF01' - '!');
    }

    private static boolean isHan(char c) {
      return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static String byUnit(String text, Function<Character, String> of) {
      return text.chars().mapToObj(c -> of.apply((char) c)).collect(Collectors.joining());
    }
  }

  private static Map<Character, Character> traditional() {
    var traditional = new TreeMap<Character, Character>();
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      if (Simplified.of(c) != c) {
        traditional.putIfAbsent(Simplified.of(c), c);
      }
    }
    return traditional;
  }

  /// Addresses stay as they are, or they would be none.
  @BeforeAll
  static void read() throws IOException {
    List<Example> examples = TrainingFile.readAll(Path.of("held-out"));
    texts =
        IntStream.iterate(0, i -> i < examples.size(), i -> i + STEP)
            .mapToObj(i -> examples.get(i).post().text())
            .filter(text -> !text.contains("://") && text.length() < LONGEST)
            .toList();
  }

  @ParameterizedTest
  @EnumSource
  void makesNoDifference(Spelling spelling) {
    Stream<String> changed =
        texts.stream().filter(text -> !read(spelling.respelt.apply(text)).equals(read(text)));

    assertThat(texts).hasSizeGreaterThan(200);
    assertThat(texts).anyMatch(text -> !spelling.respelt.apply(text).equals(text));
    assertThat(changed.count()).isZero();
  }

  private static Map<String, Fixed> read(String text) {
    return READER.read(TrainingFile.post(null, text, List.of())).confidences();
  }
}
