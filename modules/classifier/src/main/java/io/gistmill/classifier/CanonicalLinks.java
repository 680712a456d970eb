package io.gistmill.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Brings addresses of the same thing into the same form.
///
/// For all: `https`, host in lower case without `www.` and `m.`, no user, usual port, fragment,
/// tracking parameter or slash at the end, parameters sorted. Sites with several addresses for one
/// thing have rules of their own in [SiteRules].
final class CanonicalLinks {

  private static final Pattern LINK =
      Pattern.compile(
          "(?i)https?+://(?:[^/?#@\\s]*+@)?([^/?#:@\\s]++)(:\\d*+)?([^?#]*+)\\??+([^#]*+)");
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)++");
  private static final List<String> PREFIXES = List.of("www.", "mobile.", "m.", "amp.");

  private CanonicalLinks() {}

  /// @return null for whatever is no address on the web
  static @Nullable CanonicalLink of(String link) {
    Matcher match = LINK.matcher(link.strip());
    if (!match.lookingAt()) {
      return null;
    }
    String host = host(group(match, 1));
    if (!HOST.matcher(host).matches()) {
      return null;
    }
    var plain =
        new CanonicalLink(
            host + port(group(match, 2)),
            segments(group(match, 3)),
            Parameters.canonical(host, group(match, 4)));
    return SiteRules.apply(plain);
  }

  private static String group(Matcher match, int index) {
    String group = match.group(index);
    return group == null ? "" : group;
  }

  private static String host(String written) {
    String host = written.toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    for (String prefix : PREFIXES) {
      if (host.startsWith(prefix) && host.indexOf('.', prefix.length()) > 0) {
        host = host.substring(prefix.length());
      }
    }
    return host.replace(".m.wikipedia.org", ".wikipedia.org");
  }

  private static String port(String port) {
    return port.equals(":80") || port.equals(":443") || port.equals(":") ? "" : port;
  }

  private static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return segments;
  }
}
