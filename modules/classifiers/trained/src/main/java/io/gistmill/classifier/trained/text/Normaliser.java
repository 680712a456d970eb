package io.gistmill.classifier.trained.text;

import io.gistmill.classifier.api.text.Simplified;

/// Makes spellings alike that mean the same, and keeps where each unit came from.
///
/// 1. Upper case becomes lower case, full width becomes half width, traditional Chinese becomes
///    simplified, each unit for itself.
/// 2. A run of white space becomes one blank; beside a Chinese character it goes away, so that
///    blanks around foreign words make no difference.
/// 3. An address with a scheme and a mention become a mark each; the hosts of addresses are told by
///    [PostText] from the links of the post.
/// 4. The `#` of a hashtag goes away; after a letter, as in `C#`, it stays.
/// 5. Emoji become one mark, whichever they are; a unit of a broken pair becomes a break.
///
/// Time grows with the length alone. For one thread at a time.
final class Normaliser {

  static final char LINK = '\uE000';
  static final char MENTION = '\uE001';
  static final char EMOJI = '\uE002';
  static final char BREAK = '\uE003';

  private static final int FULL_TO_HALF = '\uFF01' - '!';

  private NormalText out = new NormalText();
  private String text = "";
  private int end;

  /// @param from first unit that is read
  /// @param to behind the last unit that is read
  /// @param out gets the text behind what is there
  void normalise(String text, int from, int to, NormalText out) {
    this.text = text;
    this.end = to;
    this.out = out;
    out.begin();
    int i = from;
    while (i < to) {
      i = step(i);
    }
    out.dropBlank();
  }

  /// The simple part of the rules, for a unit that stands for itself.
  static char fold(char c) {
    char half = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - FULL_TO_HALF) : c;
    return half < 0x80 ? lower(half) : Simplified.of(Character.toLowerCase(half));
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /// @return where to go on
  private int step(int i) {
    int unit = Units.of(text.charAt(i));
    char folded = Units.folded(unit);
    return switch (Units.kind(unit)) {
      case Units.PLAIN -> plain(i, folded);
      case Units.UNSPACED -> unspaced(i, folded);
      case Units.BLANK -> blank(i);
      case Units.ADDRESS -> addressOr(i, folded);
      case Units.MENTION -> mention(i);
      case Units.HASH -> hash(i);
      case Units.SURROGATE -> surrogate(i);
      default -> i + 1;
    };
  }

  private int plain(int i, char folded) {
    out.add(folded, i);
    return i + 1;
  }

  private int unspaced(int i, char folded) {
    out.dropBlank();
    return plain(i, folded);
  }

  private int blank(int i) {
    char last = out.last();
    if (last != ' ' && CharClasses.of(last) != CharClasses.UNSPACED) {
      out.add(' ', i);
    }
    return i + 1;
  }

  private int surrogate(int i) {
    if (Character.isHighSurrogate(text.charAt(i))
        && i + 1 < end
        && Character.isLowSurrogate(text.charAt(i + 1))) {
      boolean letter = Character.isLetter(text.codePointAt(i));
      out.add(letter ? BREAK : EMOJI, i);
      return i + 2;
    }
    out.add(BREAK, i);
    return i + 1;
  }

  private int addressOr(int i, char folded) {
    int to = Addresses.endOf(text, i, end);
    if (to == i) {
      return plain(i, folded);
    }
    out.add(LINK, i);
    return to;
  }

  private int mention(int i) {
    int to = i + 1;
    while (to < end && isNameUnit(text.charAt(to))) {
      to++;
    }
    boolean inWord = i > 0 && isNameUnit(text.charAt(i - 1));
    if (to == i + 1 || inWord) {
      out.add(BREAK, i);
      return i + 1;
    }
    out.add(MENTION, i);
    return to;
  }

  private static boolean isNameUnit(char c) {
    char folded = fold(c);
    return folded < 0x80 && (folded == '_' || Character.isLetterOrDigit(folded));
  }

  private int hash(int i) {
    boolean sharp =
        CharClasses.of(out.last()) == CharClasses.LETTER
            && i > 0
            && Character.isLetter(text.charAt(i - 1))
            && (i + 1 == end || !Character.isLetterOrDigit(text.charAt(i + 1)));
    if (sharp) {
      return plain(i, '#');
    }
    return blank(i);
  }
}
