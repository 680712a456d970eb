package io.gistmill.producer.http;

import io.gistmill.contracts.Json;
import io.gistmill.runtime.http.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Finds the posts in a body: one object, an array of objects, or one object a line. Which of them
/// it is, the body itself tells.
///
/// @param maxPostBytes of one post
/// @param maxPosts in one body
record BodyReader(int maxPostBytes, int maxPosts) {

  private static final String FORMS =
      "send one JSON object, a JSON array of objects, or one JSON object a line";

  /// @throws Refusal when nothing of the body can be used
  List<Item> items(byte[] bytes) {
    byte[] body = JsonBytes.withoutMark(bytes);
    return switch (JsonBytes.firstSign(body)) {
      case -1 -> throw Refusal.unreadable("the body is empty", FORMS);
      case '[' -> array(body);
      case '{' -> objects(body);
      default -> throw Refusal.unreadable("the body is no JSON object or array", FORMS);
    };
  }

  private List<Item> objects(byte[] body) {
    Optional<Item> whole = JsonBytes.isUtf8(body) ? whole(body) : Optional.empty();
    if (whole.isPresent() && body.length > maxPostBytes) {
      throw Refusal.tooLarge(tooLong(), "shorten or split it");
    }
    return whole.map(List::of).orElseGet(() -> lines(body));
  }

  private static Optional<Item> whole(byte[] body) {
    try {
      return Optional.of(new Item.Sound(JsonBytes.value(body)));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private List<Item> lines(byte[] body) {
    var items = new ArrayList<Item>();
    for (int start = 0; start < body.length; ) {
      int end = endOfLine(body, start);
      byte[] line = Arrays.copyOfRange(body, start, end);
      if (JsonBytes.firstSign(line) >= 0) {
        add(items, line(line));
      }
      start = end + 1;
    }
    boolean anySound = items.stream().anyMatch(Item.Sound.class::isInstance);
    if (!anySound && items.getFirst() instanceof Item.Damaged(String reason)) {
      throw Refusal.unreadable(reason, FORMS);
    }
    return items;
  }

  private static int endOfLine(byte[] body, int start) {
    int end = start;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return end;
  }

  private Item line(byte[] line) {
    if (line.length > maxPostBytes) {
      return new Item.Damaged(tooLong() + "; shorten or split it");
    }
    if (!JsonBytes.isUtf8(line)) {
      return new Item.Damaged("the line is not valid UTF-8; encode it as UTF-8");
    }
    try {
      return new Item.Sound(JsonBytes.value(line));
    } catch (JacksonException e) {
      return new Item.Damaged(JsonBytes.damage("line", e) + "; write one whole JSON object a line");
    }
  }

  /// Damage anywhere in an array leaves nothing sure of what stands behind it.
  private List<Item> array(byte[] body) {
    if (!JsonBytes.isUtf8(body)) {
      throw Refusal.unreadable("the body is not valid UTF-8", "encode it as UTF-8");
    }
    try (JsonParser parser = Json.MAPPER.createParser(body)) {
      var items = new ArrayList<Item>();
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        add(items, element(parser));
      }
      if (parser.nextToken() != null) {
        throw Refusal.unreadable("the body goes on after its array", FORMS);
      }
      return items;
    } catch (JacksonException e) {
      throw Refusal.unreadable(
          JsonBytes.damage("body", e), "send sound JSON; nothing was accepted");
    }
  }

  private Item element(JsonParser parser) {
    long start = parser.currentTokenLocation().getByteOffset();
    JsonNode tree = parser.readValueAsTree();
    long length = parser.currentLocation().getByteOffset() - start;
    return length > maxPostBytes
        ? new Item.Damaged(tooLong() + "; shorten or split it")
        : new Item.Sound(tree);
  }

  private void add(List<Item> items, Item item) {
    if (items.size() == maxPosts) {
      throw Refusal.tooLarge(
          "the body holds more than " + maxPosts + " posts", "send fewer posts in one request");
    }
    items.add(item);
  }

  private String tooLong() {
    return "the post is longer than " + maxPostBytes + " bytes";
  }
}
