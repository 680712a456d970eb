package io.gistmill.classifier.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every number of a text.
///
/// @param amounts those that stand for themselves, with and without unit, and in words
/// @param parts pieces of names, versions and dates that hold digits
/// @param neighbours pieces that hold digits, each with the piece before
record Figures(List<Figure> amounts, List<Part> parts, Set<String> neighbours) {

  private static final Pattern PERCENT = Pattern.compile("(?i)[ -]?per ?cent\\b");
  private static final Pattern CHINESE_PERCENT = Pattern.compile("百分之 ?([0-9]++(?:\\.[0-9]++)?+)");
  private static final Pattern COMMA = Pattern.compile("(?<![0-9]),(?=[0-9])");
  private static final Pattern SCALE =
      Pattern.compile(
          "(?<=[0-9])-(?=(?i:hundred|thousand|million|billion|trillion|dozen|[gmtk]b)\\b)");

  /// `10-90%`, but no date.
  private static final Pattern RANGE =
      Pattern.compile(
          "(?<![A-Za-z\\u00C0-\\u024F0-9.,/-])([0-9][0-9.,]*+%?+)-(?=[0-9][0-9.,]*+(?!-))");

  /// @param value in one form for both languages
  /// @param spelled as it stands there, in lower case and without blanks
  record Figure(String value, String spelled) {}

  /// @param spelled with the unit behind it
  /// @param named with the piece before, when they are one name or number together; otherwise empty
  record Part(String spelled, String named) {}

  /// @param folded half width and simplified
  static Figures of(String folded) {
    String text = plain(folded);
    var found = new ArrayList<Numbers.Amount>();
    Numbers.each(text, found::add);
    var amounts = new ArrayList<Figure>();
    char[] words = text.toCharArray();
    for (Numbers.Amount amount : found) {
      amounts.add(new Figure(amount.value(), spelled(text, amount)));
      Arrays.fill(words, amount.start(), amount.end(), '=');
    }
    String rest = new String(words);
    Stream.of(EnglishNumerals.in(rest), ChineseNumerals.in(rest))
        .flatMap(List::stream)
        .forEach(value -> amounts.add(new Figure(value, value)));
    var parts = new Parts(text, found);
    return new Figures(List.copyOf(amounts), parts.parts(), parts.neighbours());
  }

  /// One way to write percents, ranges and what stands before a number.
  private static String plain(String folded) {
    String text = PERCENT.matcher(folded).replaceAll("%");
    text = CHINESE_PERCENT.matcher(text).replaceAll("$1%");
    text = COMMA.matcher(text).replaceAll("、");
    text = SCALE.matcher(text).replaceAll(" ");
    return RANGE.matcher(text).replaceAll("$1\u2013");
  }

  static String spelled(String text, Numbers.Amount amount) {
    return text.substring(amount.start(), amount.end()).replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /// The first number here that those do not hold. A number of a name counts for none that stands
  /// alone, unless letters make it plain: the `72B` of a name is what `72B` says elsewhere. A name
  /// needs its own number.
  Optional<String> missingFrom(Figures those) {
    Set<String> values = all(those.amounts.stream().map(Figure::value));
    Set<String> spelled = all(those.amounts.stream().map(Figure::spelled));
    Set<String> known = all(those.parts.stream().map(Part::spelled));
    Stream<String> wrong =
        amounts.stream()
            .filter(figure -> !values.contains(figure.value()))
            .map(Figure::spelled)
            .filter(each -> !hasLetter(each) || !known.contains(each));
    Stream<String> foreign =
        parts.stream()
            .filter(
                part ->
                    !known.contains(part.spelled()) && !spelled.contains(part.spelled())
                        || !part.named().isEmpty() && !those.neighbours.contains(part.named()))
            .map(Part::spelled);
    return Stream.concat(wrong, foreign).findFirst();
  }

  private static Set<String> all(Stream<String> each) {
    return each.collect(Collectors.toUnmodifiableSet());
  }

  private static boolean hasLetter(String spelled) {
    return spelled.chars().anyMatch(Character::isLetter);
  }
}
