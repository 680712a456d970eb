package io.gistmill.producer.feed;

import io.gistmill.producer.source.PollHints;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the answer's headers say about when to ask again.
final class CacheHints {

  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");

  private CacheHints() {}

  /// The longer of what headers and document say.
  static PollHints with(Map<String, String> headers, PollHints document) {
    Matcher age = MAX_AGE.matcher(headers.getOrDefault("cache-control", ""));
    Duration cached = age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : Duration.ZERO;
    Duration longer = cached.compareTo(document.atLeast()) > 0 ? cached : document.atLeast();
    return new PollHints(longer, document.silentHours());
  }
}
