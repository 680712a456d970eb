package io.gistmill.delivery.mail.bounce;

import io.gistmill.delivery.mail.MailToken;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out which mail a report is about: by our token in the envelope id (RFC 3461), in the
/// header that was sent back, or in the return path; else by the Message-ID, which proves nothing.
final class Origin {

  private static final String TOKEN = "x-gistmill-token";
  private static final Pattern IN_PATH = Pattern.compile("\\+([A-Za-z0-9_.-]+)@");
  private static final Pattern MESSAGE_ID = Pattern.compile("<([A-Za-z0-9_.-]{1,200})@[^<>@]+>");

  private final MailToken tokens;

  Origin(MailToken tokens) {
    this.tokens = tokens;
  }

  /// @param digest null when nothing tells
  /// @param proven whether a token told
  record Mark(@Nullable String digest, boolean proven) {}

  Mark find(Report report) {
    return candidates(report)
        .flatMap(token -> tokens.digest(token).stream())
        .findFirst()
        .map(digest -> new Mark(digest, true))
        .orElseGet(() -> new Mark(messageId(report).orElse(null), false));
  }

  private static Stream<String> candidates(Report report) {
    return Stream.of(
            report.delivery().stream().flatMap(group -> group.get("original-envelope-id").stream()),
            report.ofOriginal(TOKEN).stream(),
            Stream.of("to", "delivered-to", "x-original-to")
                .flatMap(name -> report.header().get(name).stream())
                .flatMap(address -> IN_PATH.matcher(address).results())
                .map(found -> found.group(1)))
        .flatMap(stream -> stream)
        .filter(token -> token.length() < 250);
  }

  private static Optional<String> messageId(Report report) {
    return report
        .ofOriginal("message-id")
        .map(MESSAGE_ID::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }
}
