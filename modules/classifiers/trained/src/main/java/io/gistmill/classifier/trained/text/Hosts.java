package io.gistmill.classifier.trained.text;

import java.util.Locale;

/// The hosts of addresses.
final class Hosts {

  private static final int MAX_HOST = 253;

  private Hosts() {}

  /// In lower case, without `www.`, port and user; empty when there is none.
  static String of(String link) {
    int scheme = link.indexOf("://");
    int start = behindUser(link, scheme < 0 ? 0 : scheme + 3);
    int end = start;
    while (end < link.length() && end - start <= MAX_HOST && "/?#:".indexOf(link.charAt(end)) < 0) {
      end++;
    }
    String host = link.substring(start, end).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static int behindUser(String link, int start) {
    int host = start;
    for (int i = start; i < link.length() && "/?#".indexOf(link.charAt(i)) < 0; i++) {
      host = link.charAt(i) == '@' ? i + 1 : host;
    }
    return host;
  }

  /// The last two labels: `github.io` of `someone.github.io`.
  static String site(String host) {
    int last = host.lastIndexOf('.');
    int before = last < 0 ? -1 : host.lastIndexOf('.', last - 1);
    return host.substring(before + 1);
  }
}
