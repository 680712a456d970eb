package io.gistmill.classifier.names;

import java.util.Set;

/// What capitals and digits make look like a name, and is none: units, formats of numbers,
/// licences, files and what stands in code.
final class PlainWords {

  private static final int LONGEST = 24;

  private static final Set<String> UNITS =
      Set.of(
          ("hz khz mhz ghz thz flops gflops tflops pflops kb mb gb tb pb kib mib gib tib kbps mbps"
                  + " gbps tbps kw mw gw wh kwh mwh gwh twh fps rpm qps tps rps dpi usd rmb cny eur"
                  + " gbp jpy hkd krw")
              .split(" "));

  /// Units behind a number, and names elsewhere: `DB Browser`, `MS-DOS`.
  private static final Set<String> UNITS_OF_NUMBERS =
      Set.of("ms", "mm", "cm", "km", "kg", "nm", "db", "ml", "mg", "px", "min", "sec", "hr");

  /// With digits behind them.
  private static final Set<String> FORMATS =
      Set.of("fp", "bf", "nf", "int", "uint", "bfloat", "mxfp", "nvfp", "utf");

  private static final Set<String> LICENCES =
      Set.of("gpl", "agpl", "lgpl", "mpl", "epl", "bsl", "sspl", "bsd");

  /// Of licences that have them behind their names.
  private static final Set<String> LICENCE_PARTS =
      Set.of("license", "licence", "licensed", "clause", "by", "nc", "nd", "sa");

  /// None that programs are named by, as `js` is, and `cpp`.
  private static final Set<String> FILES =
      Set.of(
          ("py txt json jsonl yaml yml toml csv tsv xml ini env cfg conf lock log bat exe"
                  + " wav mp3 mp4 mov png jpg jpeg gif svg pdf docx xlsx pptx html htm css sql md"
                  + " ipynb safetensors gguf ckpt pth npz zip gz tar")
              .split(" "));

  /// Files that people speak of.
  private static final Set<String> KNOWN_FILES = Set.of("robots.txt", "llms.txt", "ai.txt");

  private PlainWords() {}

  /// @param lower behind a number
  static boolean isUnit(String lower) {
    return UNITS.contains(lower) || UNITS_OF_NUMBERS.contains(lower);
  }

  /// @param piece with a capital or a digit in it
  static boolean isPlain(Piece piece, String text) {
    String word = piece.lower();
    if (word.length() > LONGEST && word.indexOf('.') < 0) {
      return true;
    }
    int end = piece.end();
    boolean numbered = isDigit(text, isMark(text, end) ? end + 1 : end);
    return numbered && (FORMATS.contains(word) || word.equals("tf") && text.startsWith("32", end))
        || !isDigit(text, end) && UNITS.contains(word)
        || isFormat(word)
        || word.indexOf('.') > 0 && isFile(piece)
        || isInCode(piece, text);
  }

  private static boolean isMark(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-');
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  /// `w4a16`, and the `q4` of quarters and of quantized weights.
  private static boolean isFormat(String word) {
    if (word.length() < 2 || !Character.isDigit(word.charAt(1))) {
      return false;
    }
    char first = word.charAt(0);
    return first == 'q' && word.length() == 2
        || first == 'w'
            && word.indexOf('a') > 1
            && Character.isDigit(word.charAt(word.length() - 1));
  }

  private static boolean isFile(Piece piece) {
    String word = piece.lower();
    return Character.isLowerCase(piece.text().charAt(0))
        && FILES.contains(word.substring(word.lastIndexOf('.') + 1))
        && !KNOWN_FILES.contains(word);
  }

  /// `ld.global.nc.L1::no_allocate`, `getNext()`, `optimizer.step(x)`.
  private static boolean isInCode(Piece piece, String text) {
    int start = piece.start();
    int end = piece.end();
    if (start > 0 && text.charAt(start - 1) == '_'
        || start > 1 && text.startsWith("::", start - 2)) {
      return true;
    }
    return end + 1 < text.length()
        && switch (text.charAt(end)) {
          case '_' -> isConstant(piece.text());
          case ':' -> text.charAt(end + 1) == ':';
          case '(' -> isCalled(piece, text);
          default -> false;
        };
  }

  /// The `MAX` of `MAX_OPEN_FILES`, and not the `cl100k` of `cl100k_base`.
  private static boolean isConstant(String text) {
    return text.chars().allMatch(Character::isUpperCase);
  }

  private static boolean isCalled(Piece piece, String text) {
    char c = text.charAt(piece.end() + 1);
    return c == ')' || piece.lower().indexOf('.') > 0 && (isArgument(c) || c == '"' || c == '\'');
  }

  private static boolean isArgument(char c) {
    return Character.isDigit(c) || Character.isLowerCase(c) && Piece.isLatin(c);
  }

  /// The licence of `Apache 2.0` and `CC BY-NC 4.0`, and neither Apache nor a project of it.
  ///
  /// @param released whether a version stands behind the last word
  static boolean isLicence(String first, String last, boolean released) {
    if (LICENCE_PARTS.contains(last)) {
      return first.equals("cc") || first.equals("apache") || LICENCES.contains(first);
    }
    return first.equals(last) && (LICENCES.contains(first) || released && first.equals("apache"));
  }

  /// Whether what stands from there on makes a licence of `MIT`.
  static boolean isLicensed(String text, int from) {
    int at = isMark(text, from) ? from + 1 : from;
    return text.startsWith("协议", at)
        || text.startsWith("许可", at)
        || text.startsWith("授权", at)
        || text.startsWith("开源协议", at)
        || text.startsWith("开源许可", at)
        || text.regionMatches(true, at, "licen", 0, 5);
  }
}
