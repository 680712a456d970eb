package io.gistmill.digest.desk.brief;

import java.util.regex.Pattern;

/// How much a post says: a sentence that stands there again says nothing more, and hashtags say
/// nothing that topics do not.
final class Substance {

  private static final Pattern ENDS = Pattern.compile("[。！？!?\\r\\n]++|\\.(?=\\s)");
  private static final Pattern HASHTAG =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + Hashtags.CLOSED
              + "|[#＃][\\p{L}\\p{N}_-]{1,24}(?![\\p{L}\\p{N}_-]))");

  private Substance() {}

  /// @return columns of all different sentences
  static long columns(String words) {
    return ENDS.splitAsStream(HASHTAG.matcher(words).replaceAll(" "))
        .map(String::strip)
        .distinct()
        .mapToLong(Width::of)
        .sum();
  }
}
