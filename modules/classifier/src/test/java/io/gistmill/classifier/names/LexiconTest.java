package io.gistmill.classifier.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What stands in the lists can be found in a text.
class LexiconTest {

  /// A name itself may be one that no text is written with, such as one with a sign inside.
  @Test
  void everyOtherSpellingOfANameIsFoundAndStandsForIt() {
    SortedMap<String, String> owners = new TreeMap<>();
    List<String> unfound = new ArrayList<>();
    for (List<String> row : Tsv.rows("names.tsv")) {
      String name = row.get(0).toLowerCase(Locale.ROOT);
      boolean itself = isFirstOf(name, row.get(0), owners) && names(row.get(0)).contains(name);
      if (!itself && row.get(2).isEmpty()) {
        unfound.add(row.get(0));
      }
      spellings(row.get(2))
          .filter(spelling -> !isFirstOf(name, spelling, owners) || !names(spelling).contains(name))
          .map(spelling -> row.get(0) + "=" + spelling)
          .forEach(unfound::add);
    }

    assertThat(unfound).isEmpty();
  }

  @Test
  void everyWordOfAMeaningIsFoundAndStandsForIt() {
    SortedMap<String, String> owners = new TreeMap<>();
    List<String> unfound = new ArrayList<>();
    BiPredicate<String, String> found = (word, meaning) -> meanings(word).contains(meaning);
    for (List<String> row : Tsv.rows("concepts.tsv")) {
      String meaning = row.get(0);
      Stream.concat(spellings(row.get(1)), spellings(row.get(2)))
          .filter(word -> !isFirstOf(meaning, word, owners) || !found.test(word, meaning))
          .map(word -> meaning + "=" + word)
          .forEach(unfound::add);
    }

    assertThat(unfound).isEmpty();
  }

  private static Stream<String> spellings(String column) {
    return Arrays.stream(column.split("\\|")).filter(each -> !each.isEmpty());
  }

  private static boolean isFirstOf(
      String owner, String spelling, SortedMap<String, String> owners) {
    String before = owners.putIfAbsent(Dictionary.key(Folded.fold(spelling)), owner);
    return before == null || before.equals(owner);
  }

  /// Written with a capital, as a name that is an ordinary word has to be.
  private static List<String> names(String spelling) {
    String text = Folded.fold(spelling);
    String capitalised = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    var words = new Folded(capitalised, capitalised.length(), capitalised.length());
    var found = new Sightings(words);
    NameFinder.find(words, Piece.of(capitalised), Background.shipped(), found);
    return List.copyOf(found.names());
  }

  private static List<String> meanings(String word) {
    String text = Folded.fold(word);
    var words = new Folded(text, text.length(), text.length());
    List<String> meanings = new ArrayList<>();
    TermCounts.of(words, Piece.of(text))
        .meanings()
        .forEach((meaning, times) -> meanings.add(meaning.substring(TermCounts.CONCEPT.length())));
    return meanings;
  }
}
