package io.gistmill.query;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What of a post can be asked for.
final class Fields {

  /// Headline and summary; what is asked for where no field is named.
  static final String WORDS = "words";

  static final String AUTHOR = "author";
  static final String LANGUAGE = "language";
  static final String TOPIC = "topic";
  static final String SOURCE = "source";

  /// The highest of a post's topics; with `.` and a slug behind it, that of one topic.
  static final String CONFIDENCE = "confidence";

  /// Hold one value as a whole, folded in case.
  static final Set<String> NAMES = new TreeSet<>(Set.of(AUTHOR, LANGUAGE, TOPIC, SOURCE));

  private static final int LONGEST_NAME = 255;

  private Fields() {}

  static boolean isConfidence(String field) {
    return field.equals(CONFIDENCE) || field.startsWith(CONFIDENCE + ".");
  }

  static String confidenceOf(String topic) {
    return CONFIDENCE + "." + topic;
  }

  /// As names stand in an index. Longer ones are cut, in posts and queries alike.
  static String folded(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT);
    return folded.substring(0, Math.min(folded.length(), LONGEST_NAME));
  }
}
