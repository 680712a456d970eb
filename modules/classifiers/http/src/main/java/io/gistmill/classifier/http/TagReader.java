package io.gistmill.classifier.http;

import io.gistmill.classifier.engine.PostParts;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Evidence.Part;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the tags of one post, and turns offsets in code points into those in UTF-16 units.
final class TagReader {

  private static final int MAX_EVIDENCE = 100;
  private static final int MAX_SHOWN = 60;
  private static final Map<String, Part> PARTS =
      Map.of("title", Part.TITLE, "text", Part.TEXT, "quoted", Part.QUOTED, "link", Part.LINK);

  private final String id;
  private final Set<String> topics;

  TagReader(String id, Set<String> topics) {
    this.id = id;
    this.topics = topics;
  }

  /// @param place of the tags in the answer
  List<Tag> read(JsonNode tags, String place, Post post) throws NonsenseException {
    if (!tags.isArray()) {
      throw new NonsenseException(place, "should be a list, or `failed` a reason");
    }
    if (tags.size() > topics.size()) {
      throw new NonsenseException(place, "should hold each topic once at most");
    }
    var read = new ArrayList<Tag>();
    var seen = new HashSet<String>();
    for (JsonNode tag : tags) {
      String at = place + "[" + read.size() + "]";
      String topic = topic(tag.path("topic"), at + ".topic");
      if (!seen.add(topic)) {
        throw new NonsenseException(at + ".topic", "gives '" + topic + "' a second time");
      }
      Fixed confidence = confidence(tag.path("confidence"), at + ".confidence");
      read.add(new Tag(topic, confidence, id, evidence(tag.path("evidence"), at, post)));
    }
    return read;
  }

  private String topic(JsonNode topic, String place) throws NonsenseException {
    String slug = topic.isString() ? topic.stringValue() : "";
    if (!topics.contains(slug)) {
      throw new NonsenseException(
          place, "is '" + shown(slug) + "', which classifier.yml does not list under topics");
    }
    return slug;
  }

  private static Fixed confidence(JsonNode number, String place) throws NonsenseException {
    double value = number.isNumber() ? number.doubleValue() : Double.NaN;
    if (!(value >= 0 && value <= 1)) {
      throw new NonsenseException(place, "should be a number from 0 to 1");
    }
    return Fixed.of(value);
  }

  private static List<Evidence> evidence(JsonNode list, String tag, Post post)
      throws NonsenseException {
    String place = tag + ".evidence";
    if (list.isMissingNode()) {
      return List.of();
    }
    if (!list.isArray() || list.size() > MAX_EVIDENCE) {
      throw new NonsenseException(place, "should be a list of at most " + MAX_EVIDENCE);
    }
    var evidence = new ArrayList<Evidence>();
    for (JsonNode item : list) {
      evidence.add(one(item, place + "[" + evidence.size() + "]", post));
    }
    return evidence;
  }

  private static Evidence one(JsonNode item, String place, Post post) throws NonsenseException {
    Part part = PARTS.get(item.path("part").asString(""));
    if (part == null) {
      throw new NonsenseException(place + ".part", "should be title, text, quoted or link");
    }
    int index = item.has("index") ? count(item.path("index"), place + ".index") : 0;
    String whole =
        PostParts.text(post, part, index)
            .orElseThrow(() -> new NonsenseException(place, "names a part that the post lacks"));
    int codePoints = count(item.path("start"), place + ".start");
    JsonNode words = item.path("text");
    if (!words.isString() || words.stringValue().isEmpty()) {
      throw new NonsenseException(place + ".text", "should be the words that stand there");
    }
    return located(new Located(part, index, whole), codePoints, words.stringValue(), place);
  }

  private record Located(Part part, int index, String whole) {}

  private static Evidence located(Located in, int codePoints, String words, String place)
      throws NonsenseException {
    int start = units(in.whole(), codePoints);
    int end = start + words.length();
    boolean isText = PostParts.sendable(words).equals(words);
    if (start < 0 || !isText || !PostParts.sendable(in.whole()).startsWith(words, start)) {
      throw new NonsenseException(
          place,
          "'"
              + shown(words)
              + "' does not stand at "
              + codePoints
              + "; start counts code points from 0");
    }
    return new Evidence(in.part(), in.index(), start, in.whole().substring(start, end));
  }

  /// The offset in UTF-16 units; less than 0 when the text is shorter.
  private static int units(String text, int codePoints) {
    if (codePoints > text.length()) {
      return -1;
    }
    try {
      return text.offsetByCodePoints(0, codePoints);
    } catch (IndexOutOfBoundsException e) {
      return -1;
    }
  }

  private static int count(JsonNode number, String place) throws NonsenseException {
    if (!number.isInt() || number.intValue() < 0) {
      throw new NonsenseException(place, "should be a whole number from 0");
    }
    return number.intValue();
  }

  private static String shown(String text) {
    return text.length() <= MAX_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN / 2)) + "...";
  }
}
