package io.gistmill.producer.http;

import io.gistmill.runtime.http.Refusal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of topics as they stand in addresses and in the names of Kafka topics.
final class Slugs {

  static final String MEND =
      "a slug has at most 64 lower-case letters, digits and single dashes between them, and is"
          + " neither 'all' nor 'other'";

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 64;
  private static final Set<String> TAKEN = Set.of("all", "other");

  private Slugs() {}

  /// @throws Refusal that names the first that is none
  static void require(Collection<String> slugs) {
    Optional<String> wrong = slugs.stream().filter(slug -> !isSlug(slug)).findFirst();
    if (wrong.isPresent()) {
      throw Refusal.unreadable(reason(wrong.get()), MEND);
    }
  }

  static boolean isSlug(String text) {
    return text.length() <= LONGEST && SLUG.matcher(text).matches() && !TAKEN.contains(text);
  }

  private static String reason(String slug) {
    return TAKEN.contains(slug)
        ? "'" + slug + "' is a route of its own and no topic"
        : "'" + slug.substring(0, Math.min(slug.length(), LONGEST)) + "' is no topic's slug";
  }
}
