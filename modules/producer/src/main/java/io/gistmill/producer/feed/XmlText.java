package io.gistmill.producer.feed;

/// Takes out of an XML document what would make a parser refuse it or reach out: the document type
/// with all entities it declares, and signs that XML forbids.
final class XmlText {

  private static final String DOCTYPE = "<!DOCTYPE";

  private XmlText() {}

  static String clean(String document) {
    return withoutForbiddenSigns(withoutDoctype(document)).stripLeading();
  }

  /// The document type may only stand before the root element, so the search ends there.
  private static String withoutDoctype(String document) {
    int at = 0;
    while (at < document.length()) {
      int open = document.indexOf('<', at);
      if (open < 0) {
        return document;
      } else if (document.startsWith("<!--", open)) {
        at = endOf(document, "-->", open + 4);
      } else if (document.startsWith("<?", open)) {
        at = endOf(document, "?>", open + 2);
      } else if (document.regionMatches(true, open, DOCTYPE, 0, DOCTYPE.length())) {
        return document.substring(0, open) + document.substring(endOfDoctype(document, open));
      } else {
        return document;
      }
    }
    return document;
  }

  private static int endOf(String document, String mark, int from) {
    int end = document.indexOf(mark, from);
    return end < 0 ? document.length() : end + mark.length();
  }

  /// Declarations in the square brackets have angle brackets of their own, and quotes and comments
  /// may hold either.
  private static int endOfDoctype(String document, int open) {
    int depth = 0;
    int at = open;
    while (at < document.length()) {
      char sign = document.charAt(at);
      if (document.startsWith("<!--", at)) {
        at = endOf(document, "-->", at + 4);
        continue;
      } else if (sign == '"' || sign == '\'') {
        at = endOf(document, String.valueOf(sign), at + 1);
        continue;
      }
      depth += sign == '<' ? 1 : sign == '>' ? -1 : 0;
      at++;
      if (depth == 0) {
        return at;
      }
    }
    return document.length();
  }

  private static String withoutForbiddenSigns(String document) {
    var kept = new StringBuilder(document.length());
    document.codePoints().filter(XmlText::isAllowed).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isAllowed(int sign) {
    return sign == '\t'
        || sign == '\n'
        || sign == '\r'
        || (sign >= 0x20 && sign <= 0xD7FF)
        || (sign >= 0xE000 && sign <= 0xFFFD)
        || sign >= 0x10000;
  }
}
