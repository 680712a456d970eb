package io.gistmill.gateway.subscribe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with what somebody has filled in, by field, in words that say how to mend it. For
/// one thread.
public final class Mistakes {

  private final Map<String, String> words = new LinkedHashMap<>();

  /// The first mistake of a field is kept.
  public void add(String field, String words) {
    this.words.putIfAbsent(field, words);
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /// Null when nothing is wrong with the field.
  public @Nullable String of(String field) {
    return words.get(field);
  }

  /// All of them, one sentence after the other.
  public String all() {
    return String.join(" ", words.values());
  }
}
