package io.gistmill.classifier.names;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether a number behind a name says how many there are of something, and no release: `20 美元`, `3
/// 次`, `20/month`, `40 engineers`.
///
/// Releases have users, and models, too: of such things only what is no release any more is many.
final class Counts {

  /// Each with the characters that make another word with it, as `部署` does of `部`.
  private static final Map<Character, String> MEASURES =
      byFirst(
          "个性人 次日代世 天才生气 种 位于居列置 年 月 日本常志益前活 张 条 款 倍 步入 遍 万 亿 秒杀变懂 分析享词类布支解发配别辨离工"
              + " 层面 周一二三四五六日末边 岁 点评击赞名亮燃 人工类形生格脸像声物 家族 篇 卡住顿死在 台湾阶积 期间待望 集成合体群团 题"
              + " 轮番到 项 部署分门 章 行业为动吗不了得 号称码召 折叠腾扣算 页面 道路理歉 座舱 架构 套餐壳件 份 门槛户店"
              + " 名为字称 组成合织件队 批量评准 句 段落 字体母幕 词 米哈粉 度 瓦 赫 核心实查 颗 枚 辆 杯 斤 吨 毫 厘 档案 票"
              + " 块 刀片法 镑 欧洲盟美阳 元旦素宇件组老首气年数学提认");

  /// Each with the characters that make a measure with it, as `时` does of `小`.
  private static final Map<Character, String> LONGER_MEASURES =
      byFirst("小时 美元金刀分 港币元 韩元 英镑里尺 加元 澳元 公里斤分 平方米 兆瓦 吉瓦 千万亿瓦米克字元 百万亿元");

  /// Nobody counts so few of them.
  private static final String FEW = "字词";

  /// Behind a number with a point, which mostly is a release.
  private static final String MONEY = "元美刀镑欧块港英韩加澳";

  private static final String SHARES = "亿倍";

  private static final Set<String> MONEY_WORDS =
      Set.of(
          ("dollars dollar bucks usd euros euro eur pounds gbp yuan rmb cny yen jpy hkd"
                  + " cents percent pct hundred thousand million billion trillion dozen")
              .split(" "));

  private static final Set<String> THINGS =
      Set.of(
          ("seconds secs minutes mins hours hrs days weeks months years times tokens points"
                  + " people persons engineers employees gpus cards stars steps rounds lines pages"
                  + " words characters cores watts degrees copies calls requests messages credits"
                  + " seats")
              .split(" "));

  /// What a release may have, be or do: `GPT 4 users`.
  private static final Set<String> THINGS_OF_RELEASES =
      Set.of(
          ("users models languages questions examples tasks tests parameters params layers"
                  + " developers customers companies teams agents tools files projects papers images"
                  + " videos prompts experts researchers students samples servers nodes countries"
                  + " categories plugins")
              .split(" "));

  /// No release has a greater number and things of its own, from Windows 11 to iOS 26.
  private static final int MANY = 30;

  /// Of two releases with a slash between them, unless one comes behind the other.
  private static final int LARGEST_PAIR = 9;

  private static final int MOST_DIGITS = 6;

  private Counts() {}

  private static Map<Character, String> byFirst(String words) {
    return Arrays.stream(words.split(" "))
        .collect(
            Collectors.toUnmodifiableMap(
                word -> word.charAt(0), Function.identity(), (one, other) -> one));
  }

  /// Whether it says how many there are of what is named behind it.
  static boolean isCount(Piece number, String text) {
    int end = number.end();
    boolean whole = number.text().indexOf('.') < 0;
    int at = isAt(text, end, ' ') ? end + 1 : end;
    if (at >= text.length()) {
      return isLarge(number.lower());
    }
    char next = text.charAt(at);
    if (next == '%' || isLarge(number.lower())) {
      return true;
    }
    if (next == ':') {
      return whole && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }
    if (next == '/') {
      return whole && isShare(number.lower(), text, at + 1) || isPerTime(text, at + 1);
    }
    if (next < 0x80) {
      return isWord(number, text, next == '-' ? at + 1 : at, whole);
    }
    if (FEW.indexOf(next) >= 0 && number.text().length() == 1) {
      return false;
    }
    return whole ? isMeasure(text, at, next) : isMoney(text, at, next);
  }

  /// `200k` and `30w`, where `5s` and `70b` are releases and sizes.
  private static boolean isLarge(String number) {
    return number.length() > 2
        && number.charAt(0) != 'v'
        && "kwhp".indexOf(number.charAt(number.length() - 1)) >= 0;
  }

  private static boolean isMeasure(String text, int at, char next) {
    String others = MEASURES.get(next);
    return others != null && others.indexOf(second(text, at), 1) < 0 || isLonger(text, at, next);
  }

  private static boolean isLonger(String text, int at, char next) {
    String seconds = LONGER_MEASURES.get(next);
    return seconds != null && seconds.indexOf(second(text, at), 1) > 0;
  }

  private static boolean isMoney(String text, int at, char next) {
    if (SHARES.indexOf(next) >= 0) {
      return true;
    }
    return MONEY.indexOf(next) >= 0 && isMeasure(text, at, next);
  }

  private static char second(String text, int at) {
    return at + 1 < text.length() ? text.charAt(at + 1) : '\n';
  }

  /// `7/10` and `24/7`, where `1/2` and `15/16` are two releases.
  private static boolean isShare(String number, String text, int at) {
    int end = at;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == at || end - at > MOST_DIGITS || goesOn(text, end)) {
      return false;
    }
    int all = value(text.substring(at, end));
    int some = value(number);
    return Math.max(some, all) > LARGEST_PAIR && Math.abs(all - some) > 1;
  }

  private static boolean goesOn(String text, int at) {
    return at < text.length() && (Piece.isLatin(text.charAt(at)) || text.charAt(at) == '.');
  }

  /// `20/月`, `20/mo`.
  private static boolean isPerTime(String text, int at) {
    if (at < text.length() && "月年天周人".indexOf(text.charAt(at)) >= 0) {
      return true;
    }
    String word = word(text, at);
    return word.equals("mo")
        || word.equals("yr")
        || !word.isEmpty()
            && (THINGS.contains(word + "s") || THINGS_OF_RELEASES.contains(word + "s"));
  }

  private static boolean isWord(Piece number, String text, int at, boolean whole) {
    String word = word(text, at);
    if (word.isEmpty()) {
      return false;
    }
    if (MONEY_WORDS.contains(word) || PlainWords.isUnit(word)) {
      return true;
    }
    boolean joined = isAt(text, at - 1, '-') && THINGS.contains(word + "s");
    return whole
        && (joined
            || THINGS.contains(word)
            || THINGS_OF_RELEASES.contains(word) && isMany(number.lower()));
  }

  private static boolean isMany(String number) {
    return number.length() > 3 || number.length() > 1 && value(number) > MANY;
  }

  private static int value(String number) {
    int value = 0;
    for (int i = 0; i < number.length(); i++) {
      value = value * 10 + Math.max(0, Character.digit(number.charAt(i), 10));
    }
    return value;
  }

  private static boolean isAt(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /// In lower case; empty where none begins.
  private static String word(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end)) && text.charAt(end) < 0x80) {
      end++;
    }
    return text.substring(from, end).toLowerCase(Locale.ROOT);
  }
}
