package io.gistmill.classifier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Drops the parameters of an address that say who shared it, not what it shows.
final class Parameters {

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "msclkid",
          "yclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "ref",
          "ref_src",
          "ref_url",
          "referrer",
          "spm",
          "si",
          "share_source",
          "share_medium",
          "share_from",
          "vd_source",
          "_hsenc",
          "_hsmi",
          "cmpid");

  private Parameters() {}

  /// @param host without `www.`
  /// @param query without `?`
  static String canonical(String host, String query) {
    if (query.isEmpty()) {
      return "";
    }
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> keeps(host, name(parameter)))
        .sorted()
        .distinct()
        .collect(Collectors.joining("&"));
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : parameter.substring(0, equals);
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean keeps(String host, String name) {
    return !name.isEmpty()
        && !name.startsWith("utm_")
        && !TRACKING.contains(name)
        && switch (host) {
          case "x.com", "twitter.com" -> false;
          case "youtube.com" -> name.equals("v") || name.equals("list");
          case "mp.weixin.qq.com" -> Set.of("__biz", "mid", "idx", "sn").contains(name);
          case "bilibili.com" -> name.equals("p");
          case "medium.com" -> !name.equals("source") && !name.equals("sk");
          default -> true;
        };
  }
}
