package io.gistmill.classifier.names;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds measures that few texts share: `87 GB`, `46.7B`, `467 亿`, `61%`. One amount has one form
/// in both languages.
///
/// Numbers of one digit, round ones without unit, years and dates say nothing.
final class Numbers {

  private static final int MOST = 16;
  private static final BigDecimal TELLING_WITHOUT_UNIT = BigDecimal.valueOf(100);
  private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
  private static final BigDecimal BEHIND_YEARS = BigDecimal.valueOf(2100);

  /// What may stand behind a number.
  static final String UNIT =
      "(万亿|百万|千万|亿|万|千|(?i:trillion|billion|million|thousand|[GMTK]B|bn|[bmkt])\\b|%|倍|[xX]\\b)";

  private static final Pattern MEASURE =
      Pattern.compile(
          "(?<![A-Za-z\\u00C0-\\u024F0-9./-]|[0-9],)([0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,12})(\\.[0-9]{1,6})?"
              + " ?"
              + UNIT
              + "?");
  private static final Map<String, BigDecimal> FACTORS =
      Map.ofEntries(
          Map.entry("万亿", power(12)),
          Map.entry("亿", power(8)),
          Map.entry("千万", power(7)),
          Map.entry("百万", power(6)),
          Map.entry("万", power(4)),
          Map.entry("千", power(3)),
          Map.entry("trillion", power(12)),
          Map.entry("t", power(12)),
          Map.entry("billion", power(9)),
          Map.entry("bn", power(9)),
          Map.entry("b", power(9)),
          Map.entry("million", power(6)),
          Map.entry("m", power(6)),
          Map.entry("thousand", power(3)),
          Map.entry("k", power(3)));

  private Numbers() {}

  private static BigDecimal power(int ten) {
    return BigDecimal.ONE.scaleByPowerOfTen(ten);
  }

  /// A number with its unit, as it stands in a text.
  ///
  /// @param value in one form for both languages
  /// @param telling whether few texts share it
  record Amount(int start, int end, String value, boolean telling) {}

  static List<String> of(Folded words) {
    SortedSet<String> numbers = new TreeSet<>();
    each(
        words.text(),
        amount -> {
          if (amount.telling()) {
            numbers.add(amount.value());
          }
          return numbers.size() < MOST;
        });
    return List.copyOf(numbers);
  }

  /// Every amount, telling or not.
  ///
  /// @param text half width and simplified
  /// @param goOn whether to look for another one
  static void each(String text, Predicate<Amount> goOn) {
    Matcher match = MEASURE.matcher(text).useTransparentBounds(true);
    int at = firstDigit(text, 0);
    boolean more = true;
    while (at < text.length() && more) {
      boolean found = match.region(at, text.length()).lookingAt();
      more = !found || goOn.test(amount(match));
      at = firstDigit(text, found ? match.end() : at + 1);
    }
  }

  private static int firstDigit(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
      at++;
    }
    return at;
  }

  private static Amount amount(Matcher match) {
    String fraction = match.group(2) == null ? "" : match.group(2);
    String unit = match.group(3) == null ? "" : match.group(3).toLowerCase(Locale.ROOT);
    BigDecimal number = new BigDecimal(match.group(1).replace(",", "") + fraction);
    BigDecimal factor = FACTORS.get(unit);
    BigDecimal value = factor == null ? number : number.multiply(factor);
    String sign = factor != null ? "" : unit.equals("倍") ? "x" : unit;
    return new Amount(
        match.start(),
        match.end(),
        value.stripTrailingZeros().toPlainString() + sign,
        isTelling(number, unit, fraction));
  }

  private static boolean isTelling(BigDecimal number, String unit, String fraction) {
    if (number.signum() == 0) {
      return false;
    }
    int digits = number.stripTrailingZeros().precision();
    if (!unit.isEmpty()) {
      return digits > 1;
    }
    boolean large = number.compareTo(TELLING_WITHOUT_UNIT) >= 0 && digits > 1;
    return fraction.isEmpty() ? large && !isYear(number) : digits > 2;
  }

  private static boolean isYear(BigDecimal number) {
    return number.compareTo(FIRST_YEAR) >= 0 && number.compareTo(BEHIND_YEARS) < 0;
  }
}
