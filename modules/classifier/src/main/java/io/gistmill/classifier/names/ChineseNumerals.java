package io.gistmill.classifier.names;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds numbers in Chinese characters, in the form that [Numbers] has: `三个` is `3`, `三亿` is
/// `300000000`, `百分之六十` is `60%`, `两倍` is `2x`.
///
/// A single character counts before a word of measure, and as a number of units: elsewhere it
/// belongs to other words. Lone `一`, `百` and `千` are left out. What has no plain value, such as
/// `三四个`, stands for itself.
final class ChineseNumerals {

  private static final String DIGITS = "零一二三四五六七八九";

  /// In characters; longer ones have room in no `long`.
  private static final int LONGEST = 18;

  private static final String MEASURES =
      "个位种项款家名次倍年月天周篇条点层步人台张轮代类元块秒岁套组批支只部本级成门幅页题处道句字行枚件股所座辆场届份号颗架关米克吨度%";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(百分之)?+"
              + "((?:[零〇一二两三四五六七八九十百千]|(?<=[=几数上过近超])[万亿])[零〇一二两三四五六七八九十百千万亿]*+)"
              + "(?:点([零〇一二三四五六七八九]++)(?![十百千])(万亿|[万亿])?+)?+"
              + "(?=(["
              + MEASURES
              + "]|小时|分钟|模型|美元|分之)?+)");
  private static final Pattern UNITS = Pattern.compile("[十百千万亿]");

  private ChineseNumerals() {}

  /// @param text half width and simplified, with `=` for numbers in digits
  static List<String> in(String text) {
    var found = new ArrayList<String>();
    Matcher match = NUMBER.matcher(text);
    while (match.find()) {
      if (isNumber(text, match)) {
        found.add(value(match) + sign(match));
      }
    }
    return found;
  }

  private static boolean isNumber(String text, Matcher match) {
    String run = match.group(2);
    if (match.group(1) != null || match.group(3) != null) {
      return true;
    }
    if (UNITS.matcher(run).find() && (run.length() > 1 || counts(text, match.start(2)))) {
      return true;
    }
    boolean measured = match.group(5) != null || text.startsWith("分之", match.start(2) - 2);
    return measured && !run.equals("一") && !run.equals("百") && !run.equals("千");
  }

  /// Whether `几`, `数` or digits stand before a unit.
  private static boolean counts(String text, int unit) {
    boolean large = "万亿".indexOf(text.charAt(unit)) >= 0;
    return large || unit > 0 && "=几数".indexOf(text.charAt(unit - 1)) >= 0;
  }

  private static String sign(Matcher match) {
    if (match.group(1) != null) {
      return "%";
    }
    String measure = match.group(5);
    return switch (measure == null ? "" : measure) {
      case "倍" -> "x";
      case "%", "成" -> measure;
      default -> "";
    };
  }

  private static String value(Matcher match) {
    String run = match.group(2);
    long whole = run.length() > LONGEST ? -1 : value(run);
    if (whole < 0) {
      return match.group().replace("百分之", "");
    }
    String fraction = match.group(3) == null ? "" : "." + positional(match.group(3));
    BigDecimal number = new BigDecimal(whole + fraction).multiply(factor(match.group(4)));
    return number.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal factor(@Nullable String unit) {
    return BigDecimal.ONE.scaleByPowerOfTen(
        switch (unit == null ? "" : unit) {
          case "万" -> 4;
          case "亿" -> 8;
          case "万亿" -> 12;
          default -> 0;
        });
  }

  /// @return negative when it has none
  private static long value(String run) {
    boolean digits = !UNITS.matcher(run).find();
    if (digits && run.length() > 1) {
      boolean plain = run.length() > 2 || run.contains("零") || run.contains("〇");
      return plain ? Long.parseLong(positional(run)) : -1;
    }
    var sum = new Sum();
    for (char c : run.toCharArray()) {
      if (!sum.add(c)) {
        return -1;
      }
    }
    return sum.value();
  }

  private static String positional(String run) {
    var digits = new StringBuilder();
    run.chars().forEach(c -> digits.append(digit((char) c)));
    return digits.toString();
  }

  private static int digit(char c) {
    return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
  }

  /// Of the characters of one number, from the left.
  private static final class Sum {

    private long total;
    private long section;
    private int digit;
    private long last = 1;

    /// `三百五` leaves a unit out.
    long value() {
      return total + section + (last >= 100 ? digit * last / 10 : digit);
    }

    /// @return false where no number goes on so
    boolean add(char c) {
      int value = digit(c);
      if (value > 0) {
        boolean fits = digit == 0;
        digit = value;
        return fits;
      }
      if (value == 0) {
        last = 1;
        return digit == 0;
      }
      return multiply(c);
    }

    private boolean multiply(char c) {
      long unit =
          switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            default -> 100_000_000;
          };
      if (unit < 10_000) {
        section += Math.max(1, digit) * unit;
      } else if (!close(unit)) {
        return false;
      }
      digit = 0;
      last = unit;
      return true;
    }

    private boolean close(long unit) {
      boolean hundredMillions = unit > 10_000;
      long times = section + digit + (hundredMillions ? total : 0);
      if (total > 0 && (times == 0 || hundredMillions && total >= unit)) {
        return false;
      }
      total = Math.max(1, times) * unit + (hundredMillions ? 0 : total);
      section = 0;
      return true;
    }
  }
}
