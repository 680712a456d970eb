package io.gistmill.producer.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of one post on a social network.
///
/// @param handle whose post it is, as the address spells it; null where the address does not say
/// @param address without query and fragment, host and handle in one spelling: two addresses of one
///   post are equal
record StatusLink(@Nullable String handle, String address) {

  private static final Pattern X =
      Pattern.compile(
          "https?://(?:www\\.|mobile\\.|m\\.)?(?:x|twitter)\\.com/(i(?:/web)?|[A-Za-z0-9_]{1,30})"
              + "/status(?:es)?/(\\d+).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WEIBO =
      Pattern.compile(
          "https?://(?:www\\.|m\\.)?weibo\\.(?:com|cn)/(\\d+)/([A-Za-z0-9]+)(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BLUESKY =
      Pattern.compile(
          "https?://bsky\\.app/profile/([A-Za-z0-9.:-]+)/post/([A-Za-z0-9]+).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_SIGN =
      Pattern.compile(
          "https?://([A-Za-z0-9.-]+)/@([A-Za-z0-9_.]+)/(post/[A-Za-z0-9_-]+|\\d+).*",
          Pattern.CASE_INSENSITIVE);

  static Optional<StatusLink> parse(String address) {
    return ofX(address)
        .or(() -> ofWeibo(address))
        .or(() -> ofBluesky(address))
        .or(() -> ofAtSign(address));
  }

  private static Optional<StatusLink> ofX(String address) {
    Matcher matcher = X.matcher(address);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String owner = matcher.group(1);
    String lower = owner.toLowerCase(Locale.ROOT);
    boolean nameless = lower.equals("i") || lower.equals("i/web");
    return Optional.of(
        new StatusLink(
            nameless ? null : owner, "https://x.com/" + lower + "/status/" + matcher.group(2)));
  }

  private static Optional<StatusLink> ofWeibo(String address) {
    Matcher matcher = WEIBO.matcher(address);
    return matcher.matches()
        ? Optional.of(
            new StatusLink(null, "https://weibo.com/" + matcher.group(1) + "/" + matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<StatusLink> ofBluesky(String address) {
    Matcher matcher = BLUESKY.matcher(address);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String owner = matcher.group(1);
    return Optional.of(
        new StatusLink(
            owner,
            "https://bsky.app/profile/"
                + owner.toLowerCase(Locale.ROOT)
                + "/post/"
                + matcher.group(2)));
  }

  private static Optional<StatusLink> ofAtSign(String address) {
    Matcher matcher = AT_SIGN.matcher(address);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String site = matcher.group(1).toLowerCase(Locale.ROOT);
    String owner = matcher.group(2);
    return Optional.of(
        new StatusLink(
            owner,
            "https://" + site + "/@" + owner.toLowerCase(Locale.ROOT) + "/" + matcher.group(3)));
  }

  /// Whether the address names this account as the writer.
  boolean isBy(String account) {
    return handle != null && handle.equalsIgnoreCase(account);
  }
}
