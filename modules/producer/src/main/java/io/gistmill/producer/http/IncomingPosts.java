package io.gistmill.producer.http;

import io.gistmill.producer.archive.JsonPosts;
import io.gistmill.producer.archive.JsonPosts.Reading;
import io.gistmill.runtime.http.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes posts of what clients send.
record IncomingPosts(JsonPosts posts) {

  private static final String DEFAULT_SOURCE = "api";
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final String MEND =
      "a source's name has 1 to 64 letters, digits, '.', '_' and '-'";

  /// The source that a request names for all its posts.
  static String sourceOf(@Nullable String parameter) {
    String source = parameter == null || parameter.isBlank() ? DEFAULT_SOURCE : parameter;
    if (!SOURCE.matcher(source).matches()) {
      throw Refusal.unreadable("the source is no name", MEND);
    }
    return source;
  }

  /// @param source of posts that name none
  Reading read(Item item, String source, Instant now) {
    return switch (item) {
      case Item.Damaged(String reason) -> new Reading.Unfit(reason);
      case Item.Sound(JsonNode tree) -> read(tree, source, now);
    };
  }

  private Reading read(JsonNode tree, String source, Instant now) {
    if (!tree.isObject()) {
      return new Reading.Unfit("this is no object; write a post as {\"text\": ...}");
    }
    Optional<String> damage = SoundText.damage(tree);
    if (damage.isPresent()) {
      return new Reading.Unfit(damage.get());
    }
    JsonNode own = tree.get("source");
    if (own == null || own.isNull()) {
      return posts.read(tree, source, now);
    }
    return own.isString() && SOURCE.matcher(own.stringValue()).matches()
        ? posts.read(tree, own.stringValue(), now)
        : new Reading.Unfit("source is no name; " + MEND);
  }
}
