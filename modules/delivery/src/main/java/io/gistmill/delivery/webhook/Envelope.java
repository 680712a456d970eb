package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.delivery.Message;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A message as Standard Webhooks has it: type, timestamp and data, below [#LIMIT] bytes.
///
/// Whole stories are left out from the end until it fits. `more` counts them together with those
/// that the digest left out itself, and `url` leads to them all.
final class Envelope {

  /// Bytes that a body stays below, as the standard recommends.
  static final int LIMIT = 20_000;

  private static final String STORIES = "stories";
  private static final String MORE = "more";

  private Envelope() {}

  /// @param now stands for the time of a message that names none itself
  static String of(Message message, Instant now) {
    ObjectNode data = Trees.parse(message.json().getBytes(UTF_8)).orElseGet(Trees::object);
    if (!(data.remove(STORIES) instanceof ArrayNode stories)) {
      return wrapped("notice.made", time(data, "since", now), withUrl(data, message));
    }
    Instant made = time(data, "cut", now);
    ObjectNode fitting = fitting(data, stories, made, message);
    return wrapped("digest.made", made, fitting);
  }

  private static Instant time(ObjectNode data, String field, Instant otherwise) {
    return data.get(field) instanceof JsonNode time ? Instant.parse(time.asString()) : otherwise;
  }

  private static ObjectNode fitting(
      ObjectNode data, ArrayNode stories, Instant made, Message message) {
    int left = data.path(MORE).asInt(0);
    ObjectNode head = bounded(data, made, message);
    List<JsonNode> all = stories.values().stream().toList();
    int empty = size(filled(head, List.of(), left + all.size(), message), made);
    List<JsonNode> kept = Room.fill(all, story -> Trees.bytes(story) + 1, LIMIT - 1 - empty);
    return filled(head, kept, left + all.size() - kept.size(), message);
  }

  /// What stands before the stories; its id alone, should the rest leave no room.
  private static ObjectNode bounded(ObjectNode data, Instant made, Message message) {
    if (size(filled(data, List.of(), Integer.MAX_VALUE, message), made) < LIMIT) {
      return data;
    }
    return Trees.object().put("id", message.id());
  }

  private static ObjectNode filled(
      ObjectNode head, List<JsonNode> stories, int more, Message message) {
    ObjectNode data = head.deepCopy();
    data.putArray(STORIES).addAll(stories);
    return withUrl(data.put(MORE, more), message);
  }

  private static ObjectNode withUrl(ObjectNode data, Message message) {
    return data.put("url", message.links().web());
  }

  private static int size(ObjectNode data, Instant made) {
    return Trees.bytes(envelope("digest.made", made, data));
  }

  private static String wrapped(String type, Instant made, ObjectNode data) {
    return Trees.text(envelope(type, made, data));
  }

  private static ObjectNode envelope(String type, Instant made, ObjectNode data) {
    ObjectNode envelope = Trees.object();
    envelope.put("type", type).put("timestamp", made.toString()).set("data", data);
    return envelope;
  }
}
