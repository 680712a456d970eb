package io.gistmill.gateway.subscribe;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What somebody has filled in, in a form or as JSON: texts by the name of the field.
public record Fields(Map<String, List<String>> values) {

  /// Every field that is known, for forms and JSON alike.
  public static final Set<String> KNOWN =
      Set.of(
          "email",
          "webhook",
          "format",
          "topics",
          "excluded",
          "filter",
          "every",
          "at",
          "day",
          "zone",
          "items",
          "minutes",
          "language",
          "sendEmpty",
          "channels");

  public Fields {
    var copy = new LinkedHashMap<String, List<String>>();
    values.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
    values = copy;
  }

  /// Reads an object whose values are texts, numbers, flags, lists of texts, or null for none.
  public static Fields of(String json, Mistakes mistakes) {
    var values = new LinkedHashMap<String, List<String>>();
    try {
      JsonNode body = Json.MAPPER.readTree(json);
      if (body == null || !body.isObject()) {
        mistakes.add(
            "body", "The body is no JSON object; send one such as {\"topics\":[\"rag\"]}.");
        return new Fields(values);
      }
      body.properties().forEach(field -> values.put(field.getKey(), texts(field.getValue())));
    } catch (JacksonException e) {
      mistakes.add("body", "The body is no JSON; send an object such as {\"topics\":[\"rag\"]}.");
    }
    values.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(
            name ->
                mistakes.add(
                    name,
                    "There is no field '"
                        + name
                        + "'; known are "
                        + String.join(", ", new TreeSet<>(KNOWN))
                        + "."));
    return new Fields(values);
  }

  /// Reads any object; none of what is no object.
  static Fields free(String json) {
    var values = new LinkedHashMap<String, List<String>>();
    try {
      JsonNode body = Json.MAPPER.readTree(json);
      if (body != null && body.isObject()) {
        body.properties().forEach(field -> values.put(field.getKey(), texts(field.getValue())));
      }
    } catch (JacksonException e) {
      return new Fields(values);
    }
    return new Fields(values);
  }

  private static List<String> texts(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(each -> each.asString("")).toList();
    }
    return List.of(value.isNull() ? "" : value.asString(""));
  }

  /// What a form shows of something that is there already.
  public static Fields of(Wish wish) {
    var values = new LinkedHashMap<String, List<String>>();
    Language language = wish.language();
    values.put("topics", wish.topics());
    values.put("excluded", wish.excluded());
    values.put("filter", List.of(wish.filter()));
    values.put("every", List.of(Cadences.every(wish.cadence())));
    values.put("at", List.of(Cadences.at(wish.cadence()).toString()));
    values.put("day", List.of(Cadences.day(wish.cadence()).name().toLowerCase(Locale.ROOT)));
    values.put("zone", List.of(wish.zone().getId()));
    values.put("items", List.of(Integer.toString(wish.items())));
    values.put("minutes", List.of(wish.minutes() == 0 ? "" : Integer.toString(wish.minutes())));
    values.put(
        "language", List.of(language == null ? "any" : language.name().toLowerCase(Locale.ROOT)));
    values.put("sendEmpty", List.of(Boolean.toString(wish.sendEmpty())));
    return new Fields(values);
  }

  /// The other fields over these.
  public Fields with(Fields other) {
    var all = new LinkedHashMap<>(values);
    all.putAll(other.values);
    return new Fields(all);
  }

  /// What stands in a field of a form; empty for nothing.
  public String shown(String name) {
    return text(name).orElse("");
  }

  /// Whether one of several is chosen in a form.
  public boolean holds(String name, String value) {
    return values.getOrDefault(name, List.of()).contains(value);
  }

  /// Empty when the field was not given at all; of several the last, since forms put a fallback
  /// before a checkbox.
  Optional<String> text(String name) {
    List<String> texts = values.get(name);
    return texts == null
        ? Optional.empty()
        : Optional.of(texts.isEmpty() ? "" : texts.getLast().strip());
  }

  /// Empty when the field was not given at all; texts without a word in them are left out.
  Optional<List<String>> list(String name) {
    return Optional.ofNullable(values.get(name))
        .map(texts -> texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList());
  }
}
