package io.gistmill.quality;

import io.gistmill.classifier.api.text.Simplified;
import java.util.SplittableRandom;

/// What happens to a text that others pass on.
enum Mutation {
  /// The last quarter is missing.
  CUT {
    @Override
    String of(String text, String other, SplittableRandom random) {
      return text.substring(0, boundary(text, text.length() * 3 / 4)) + "…";
    }
  },
  /// One word in twenty is another one, and in Chinese one character.
  REWORDED {
    @Override
    String of(String text, String other, SplittableRandom random) {
      var changed = new StringBuilder();
      for (String piece : pieces(text)) {
        String drawn = pieces(other)[random.nextInt(pieces(other).length)];
        changed.append(random.nextInt(20) == 0 && !piece.isBlank() ? drawn : piece);
      }
      return changed.toString();
    }
  },
  /// Somebody quotes it whole, with a remark of their own before it.
  QUOTED_AGAIN {
    @Override
    String of(String text, String other, SplittableRandom random) {
      return other.substring(0, boundary(other, Math.min(30, other.length())))
          + "\n\nRT @somebody: "
          + text;
    }
  },
  /// A link with the marks of a campaign follows it.
  TRACKED {
    @Override
    String of(String text, String other, SplittableRandom random) {
      return text
          + " https://news.example.com/story?id=7&utm_source=feed&utm_campaign="
          + random.nextInt(1_000_000);
    }
  },
  /// Pictographs stand between the lines.
  WITH_EMOJI {
    @Override
    String of(String text, String other, SplittableRandom random) {
      return "🔥🔥 " + text.replace("\n", " 👇\n").replace("。", "。😀") + " 🚀";
    }
  },
  /// In traditional characters.
  TRADITIONAL {
    @Override
    String of(String text, String other, SplittableRandom random) {
      return text.chars()
          .map(c -> TRADITIONAL_OF[c])
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  };

  private static final char[] TRADITIONAL_OF = inverse();

  /// @param other a text by somebody else
  abstract String of(String text, String other, SplittableRandom random);

  private static char[] inverse() {
    var table = new char[Character.MAX_VALUE + 1];
    for (int c = Character.MAX_VALUE; c >= 0; c--) {
      table[c] = table[c] == 0 ? (char) c : table[c];
      char simple = Simplified.of((char) c);
      if (simple != c) {
        table[simple] = (char) c;
      }
    }
    return table;
  }

  /// Between code points.
  private static int boundary(String text, int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  /// Words with what stands between them, and single Chinese characters.
  private static String[] pieces(String text) {
    return text.split("(?<=\\p{IsHan})|(?=\\p{IsHan})|(?<=\\s)|(?=\\s)");
  }
}
