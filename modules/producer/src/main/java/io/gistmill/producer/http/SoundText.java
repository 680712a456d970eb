package io.gistmill.producer.http;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Finds what JSON can spell and no text has.
final class SoundText {

  private SoundText() {}

  /// What is wrong with any text in it, with the mend.
  static Optional<String> damage(JsonNode tree) {
    if (tree.isString()) {
      return damage(tree.stringValue());
    }
    for (JsonNode child : tree) {
      Optional<String> damage = damage(child);
      if (damage.isPresent()) {
        return damage;
      }
    }
    return Optional.empty();
  }

  static Optional<String> damage(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == 0) {
        return Optional.of("the text holds a NUL character; take it out");
      }
      if (isPair(text, i)) {
        i++;
      } else if (Character.isSurrogate(sign)) {
        return Optional.of(
            "the text holds half of a character (an unpaired surrogate);"
                + " cut texts between characters");
      }
    }
    return Optional.empty();
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
