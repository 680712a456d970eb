package io.gistmill.classifier.names;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds numbers that are written in words, in the form that [Numbers] has: `three` and `三个` are
/// both `3`. What stands for `one` in both languages is left out, since it is seldom meant as a
/// number, and so are characters that no word of measure follows: they belong to other words.
final class NumberWords {

  private static final Map<String, Integer> ENGLISH =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private static final Pattern CHINESE =
      Pattern.compile(
          "(?<![一二两三四五六七八九十百千])([一二两三四五六七八九十百千]++)([万亿]?)"
              + "(?=[个位种项款家名次倍年月天周篇条点层步人台张轮代类元块]|小时|分钟|模型|[万亿])");
  private static final Pattern PERCENT = Pattern.compile("百分之([一二两三四五六七八九十百]+)");
  private static final String DIGITS = "零一二三四五六七八九";

  private NumberWords() {}

  /// @param text half width and simplified
  /// @param pieces of the text
  static List<String> in(String text, List<Piece> pieces) {
    var found = new ArrayList<String>();
    for (Piece piece : pieces) {
      Integer value = ENGLISH.get(piece.lower());
      if (value != null) {
        found.add(value.toString());
      }
    }
    Matcher match = CHINESE.matcher(text);
    while (match.find()) {
      if (isNumber(match.group(1))) {
        found.add(plain(value(match.group(1)).multiply(factor(match.group(2)))));
      }
    }
    PERCENT
        .matcher(text)
        .results()
        .forEach(percent -> found.add(plain(value(percent.group(1))) + "%"));
    return found;
  }

  private static boolean isNumber(String words) {
    return words.chars().anyMatch(c -> "二两三四五六七八九十".indexOf(c) >= 0);
  }

  private static BigDecimal factor(String unit) {
    return switch (unit) {
      case "万" -> BigDecimal.valueOf(10_000);
      case "亿" -> BigDecimal.valueOf(100_000_000);
      default -> BigDecimal.ONE;
    };
  }

  private static BigDecimal value(String words) {
    long sum = 0;
    long digit = 0;
    for (char c : words.toCharArray()) {
      long ten = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1_000 : 0;
      if (ten == 0) {
        digit = c == '两' ? 2 : DIGITS.indexOf(c);
      } else {
        sum += Math.max(1, digit) * ten;
        digit = 0;
      }
    }
    return BigDecimal.valueOf(sum + digit);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
