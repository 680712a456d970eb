package io.gistmill.launcher.files;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Post;
import io.gistmill.producer.archive.JsonPosts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Posts as JSON objects: as they stand in archives, or with nothing but words, where `quoted` may
/// hold texts alone.
public final class PostJson {

  private static final JsonPosts POSTS = new JsonPosts(ZoneOffset.UTC);
  private static final int CAUSE = 160;

  private static final Pattern INTERNALS =
      Pattern.compile(
          " \\(start marker at \\[Source: .*?\\]\\)|,? from `[^`]*`|: enable `[^`]*`[^;]*"
              + "|\\? \\(not recognized .*"
              + "|(?: at)? ?\\[Source: .*");

  private PostJson() {}

  /// What a line cannot be read for; the message names the mend.
  public static final class Unfit extends Exception {

    private static final long serialVersionUID = 1;

    Unfit(String reason) {
      super(reason, null, false, false);
    }

    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /// A line as a JSON object.
  public static ObjectNode object(String line) throws Unfit {
    try {
      if (Json.MAPPER.readTree(line) instanceof ObjectNode object) {
        return object;
      }
      throw new Unfit(
          line.stripLeading().startsWith("[")
              ? "the line is a JSON array; write one object a line, for instance with jq -c '.[]'"
              : "the line is JSON but no object; write a post as {\"text\": ...}");
    } catch (JacksonException e) {
      throw new Unfit(
          "the line is not sound JSON ("
              + cause(String.valueOf(e.getOriginalMessage()))
              + "); write one whole JSON object a line");
    }
  }

  /// What the parser says, without where it looked and how it could be told to be less strict.
  private static String cause(String message) {
    String cause =
        INTERNALS.matcher(message.replaceAll("[\\p{Cc}\\s]+", " ")).replaceAll("").strip();
    return cause.codePointCount(0, cause.length()) <= CAUSE
        ? cause
        : cause.substring(0, cause.offsetByCodePoints(0, CAUSE)) + " ...";
  }

  /// A post without a date is from the beginning of time.
  public static Post post(JsonNode json) throws Unfit {
    return switch (POSTS.read(withQuotes(json), "file", Instant.EPOCH)) {
      case JsonPosts.Reading.Read read -> read.post();
      case JsonPosts.Reading.Unfit unfit -> throw new Unfit(unfit.reason());
    };
  }

  /// A post of nothing but words.
  public static Post words(String text) throws Unfit {
    return post(Json.MAPPER.createObjectNode().put("text", text));
  }

  /// The id that the object itself names, else the one that follows from what it says.
  public static String id(JsonNode json, Post post) {
    String own = json.path("id").asString("");
    return own.isBlank() ? post.id() : own;
  }

  /// The place among all posts that the object itself names; null where it names none.
  public static @Nullable Long ordinal(JsonNode json) throws Unfit {
    JsonNode ordinal = json.path("ordinal");
    if (ordinal.isMissingNode() || ordinal.isNull()) {
      return null;
    }
    if (!ordinal.isIntegralNumber() || !ordinal.canConvertToLong() || ordinal.asLong() < 1) {
      throw new Unfit(
          "ordinal is no whole number from 1; write the place of the post, such as 1, or leave it"
              + " out");
    }
    return ordinal.asLong();
  }

  private static JsonNode withQuotes(JsonNode json) {
    if (!(json instanceof ObjectNode object)
        || json.path("quoted").valueStream().noneMatch(JsonNode::isString)) {
      return json;
    }
    ObjectNode changed = object.deepCopy();
    var quoted = changed.putArray("quoted");
    json.path("quoted")
        .forEach(
            quote -> {
              if (quote.isString()) {
                quoted.addObject().put("text", quote.stringValue());
              } else {
                quoted.add(quote);
              }
            });
    return changed;
  }
}
