package io.gistmill.gateway.subscribe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /// All of them, with the names of their fields: for those who see no form around the words.
  String named() {
    return words.entrySet().stream()
        .map(each -> named(each.getKey(), each.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String named(String field, String words) {
    boolean names =
        Pattern.compile("\\b" + Pattern.quote(field) + "\\b", Pattern.CASE_INSENSITIVE)
            .matcher(words)
            .find();
    return names ? words : field + ": " + words;
  }
}
