package io.gistmill.delivery.webhook;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Addresses that are safe within the markup of a chat service.
final class ChatLink {

  private static final int LONGEST = 1_000;
  private static final String MARKUP = "<>()[]{}|\"'`*\\^~";

  private static final Escape ESCAPE =
      sign ->
          MARKUP.indexOf(sign) < 0
              ? Character.toString(sign)
              : "%" + HexFormat.of().withUpperCase().toHexDigits((byte) sign);

  private ChatLink() {}

  /// With every sign escaped that ends a link in some markup; empty for what is no link of the web.
  static Optional<String> of(@Nullable String link) {
    if (link == null || !link.matches("(?i)https?://[!-~]+") || link.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(ESCAPE.text(link));
  }
}
