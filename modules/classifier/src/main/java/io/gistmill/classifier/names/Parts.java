package io.gistmill.classifier.names;

import io.gistmill.classifier.names.Figures.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what holds digits and is no amount, such as `4o` and the `4` of `GPT-4`, and which name a
/// number belongs to.
final class Parts {

  private static final Pattern UNIT = Pattern.compile(" ?" + Numbers.UNIT);

  private final String text;
  private final List<Numbers.Amount> amounts;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> neighbours = new TreeSet<>();

  /// @param amounts of the text, in order
  Parts(String text, List<Numbers.Amount> amounts) {
    this.text = text;
    this.amounts = amounts;
    find(Piece.of(text));
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  Set<String> neighbours() {
    return Set.copyOf(neighbours);
  }

  private void find(List<Piece> pieces) {
    int next = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!hasDigit(piece.lower())) {
        continue;
      }
      while (next < amounts.size() && amounts.get(next).end() <= piece.start()) {
        next++;
      }
      boolean covered = next < amounts.size() && amounts.get(next).start() <= piece.start();
      String named = i == 0 ? "" : named(pieces.get(i - 1), piece);
      if (!named.isEmpty()) {
        neighbours.add(named);
      }
      if (!covered) {
        parts.add(new Part(withUnit(piece), named));
      } else {
        addCovered(piece, amounts.get(next), i == 0 ? null : pieces.get(i - 1), named);
      }
    }
  }

  /// An amount may be the beginning of a longer number, as in `1.2.3`, or the version of a name.
  private void addCovered(
      Piece piece, Numbers.Amount amount, @Nullable Piece before, String named) {
    if (amount.end() < piece.end() && hasDigit(text.substring(amount.end(), piece.end()))) {
      parts.add(new Part(piece.lower(), ""));
    }
    if (before != null
        && piece.gap() == Piece.Gap.BLANK
        && isName(before)
        && Figures.spelled(text, amount).equals(piece.lower())
        && !Counts.isCount(piece, text)) {
      parts.add(new Part(piece.lower(), named));
    }
  }

  private static boolean isName(Piece piece) {
    return !piece.startsWithDigit()
        && (piece.isUnusual()
            || piece.isCapitalised() && !Background.shipped().isCommonWord(piece.lower()));
  }

  private String named(Piece before, Piece piece) {
    String between = text.substring(before.end(), piece.start());
    if (piece.follows()) {
      return before.key() + " " + piece.lower();
    }
    return between.equals(",") || between.equals(".") ? before.key() + between + piece.lower() : "";
  }

  private String withUnit(Piece piece) {
    Matcher unit = UNIT.matcher(text).useTransparentBounds(true).region(piece.end(), text.length());
    return unit.lookingAt()
        ? piece.lower() + unit.group(1).toLowerCase(Locale.ROOT)
        : piece.lower();
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
