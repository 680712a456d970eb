package io.gistmill.delivery.webhook;

import java.util.stream.Collectors;

/// Makes sure that a service shows a sign as it is, and takes it for no command.
@FunctionalInterface
interface Escape {

  Escape NONE = Character::toString;

  String sign(int codePoint);

  default String text(String text) {
    return text.codePoints().mapToObj(this::sign).collect(Collectors.joining());
  }
}
