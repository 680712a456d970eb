package io.gistmill.digest.desk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link with the title that its address ends in.
///
/// @param link canonical
/// @param host with the port where it is unusual
/// @param title in lower case with hyphens; empty where the address says none
record TitledLink(String link, String host, String title) {

  /// Names of repositories and models look like titles, and many have the same.
  private static final List<String> HOSTS_WITHOUT = List.of("github.com", "huggingface.co");

  /// Four to sixteen words of at most twenty letters or digits, one of which has five letters in a
  /// row.
  private static final Pattern TITLE =
      Pattern.compile(
          "(?=.{0,200}[A-Za-z]{5})([A-Za-z0-9]{1,20}(?:[-_][A-Za-z0-9]{1,20}){3,15})"
              + "(?:\\.(?:html?|md|php))?+");

  private static final int LEAST_SEPARATORS = 3;

  static TitledLink of(String link) {
    int host = Math.max(0, link.indexOf("://") + 3);
    int slash = link.indexOf('/', host);
    String name = slash < 0 ? link.substring(host) : link.substring(host, slash);
    return new TitledLink(link, name, slash < 0 || HOSTS_WITHOUT.contains(name) ? "" : title(link));
  }

  private static String title(String link) {
    String last = link.substring(link.lastIndexOf('/') + 1);
    if (link.indexOf('?') >= 0 || !mayBeTitle(last)) {
      return "";
    }
    Matcher title = TITLE.matcher(last);
    return title.matches() ? title.group(1).toLowerCase(Locale.ROOT).replace('_', '-') : "";
  }

  /// Without a search, since nearly all are none.
  private static boolean mayBeTitle(String segment) {
    return segment.chars().filter(c -> c == '-' || c == '_').limit(LEAST_SEPARATORS).count()
        == LEAST_SEPARATORS;
  }

  /// The same title at another place.
  boolean isTitledLike(TitledLink other) {
    return !title.isEmpty() && title.equals(other.title) && !host.equals(other.host);
  }

  /// One link, or one article at two places.
  boolean isSame(TitledLink other) {
    return link.equals(other.link) || isTitledLike(other);
  }
}
