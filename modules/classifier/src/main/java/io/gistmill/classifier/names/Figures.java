package io.gistmill.classifier.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every number of a text.
///
/// @param amounts those that stand for themselves, with and without unit, and in words
/// @param parts pieces of names and versions that hold digits, such as `4o` and the `4` of `GPT-4`
record Figures(List<Figure> amounts, Set<String> parts) {

  private static final Pattern PERCENT = Pattern.compile("(?i) ?per ?cent\\b");

  /// @param value in one form for both languages
  /// @param spelled as it stands there, in lower case and without blanks
  record Figure(String value, String spelled) {}

  /// @param folded half width and simplified
  static Figures of(String folded) {
    String text = PERCENT.matcher(folded).replaceAll("%");
    List<Piece> pieces = Piece.of(text);
    var found = new ArrayList<Numbers.Amount>();
    Numbers.each(text, found::add);
    var amounts = new ArrayList<Figure>();
    for (Numbers.Amount amount : found) {
      String spelled = text.substring(amount.start(), amount.end()).replace(" ", "");
      amounts.add(new Figure(amount.value(), spelled.toLowerCase(Locale.ROOT)));
    }
    NumberWords.in(text, pieces).forEach(value -> amounts.add(new Figure(value, value)));
    return new Figures(List.copyOf(amounts), parts(pieces, found));
  }

  private static Set<String> parts(List<Piece> pieces, List<Numbers.Amount> amounts) {
    var parts = new TreeSet<String>();
    int next = 0;
    for (Piece piece : pieces) {
      while (next < amounts.size() && amounts.get(next).end() <= piece.start()) {
        next++;
      }
      boolean covered = next < amounts.size() && amounts.get(next).start() <= piece.start();
      if (!covered && piece.lower().chars().anyMatch(Character::isDigit)) {
        parts.add(piece.lower());
      }
    }
    return parts;
  }

  /// The first number here that those do not hold. A number of a name counts for none that stands
  /// alone, unless letters make it plain: the `72B` of a name is what `72B` says elsewhere.
  Optional<String> missingFrom(Figures those) {
    Set<String> values =
        those.amounts.stream().map(Figure::value).collect(Collectors.toUnmodifiableSet());
    Set<String> spelled =
        those.amounts.stream().map(Figure::spelled).collect(Collectors.toUnmodifiableSet());
    Stream<String> wrong =
        amounts.stream()
            .filter(figure -> !values.contains(figure.value()))
            .map(Figure::spelled)
            .filter(each -> !hasLetter(each) || !those.parts.contains(each));
    Stream<String> foreign =
        parts.stream().filter(each -> !those.parts.contains(each) && !spelled.contains(each));
    return Stream.concat(wrong, foreign).findFirst();
  }

  private static boolean hasLetter(String spelled) {
    return spelled.chars().anyMatch(Character::isLetter);
  }
}
