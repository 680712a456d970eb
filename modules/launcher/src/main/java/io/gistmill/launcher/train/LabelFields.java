package io.gistmill.launcher.train;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads names of topics.
public final class LabelFields {

  private static final int LONGEST = 100;

  private LabelFields() {}

  /// What is wrong with a line; the message names the mend.
  public static final class Mistake extends Exception {

    private static final long serialVersionUID = 1;

    Mistake(String message) {
      super(message, null, false, false);
    }
  }

  /// A list of names, or of objects that have one in `topic`.
  ///
  /// @return null where the field is missing
  static @Nullable SortedSet<String> topics(JsonNode object, String field) throws Mistake {
    JsonNode list = object.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return null;
    }
    if (!list.isArray()) {
      throw new Mistake(field + " is no list; write it in square brackets");
    }
    var topics = new TreeSet<String>();
    for (JsonNode item : list) {
      JsonNode name = item.isObject() ? item.path("topic") : item;
      if (!name.isString()) {
        throw new Mistake(field + " holds something that is no text; put it in quotation marks");
      }
      topics.add(topic(name.stringValue()));
    }
    return Collections.unmodifiableSortedSet(topics);
  }

  /// As [#topics], where a missing list is empty.
  static SortedSet<String> topicsOrNone(JsonNode object, String field) throws Mistake {
    SortedSet<String> topics = topics(object, field);
    return topics == null ? Collections.emptySortedSet() : topics;
  }

  /// A name without what surrounds it.
  ///
  /// @throws Mistake when none is left, or one that cannot be
  public static String topic(String name) throws Mistake {
    String topic = name.strip();
    if (topic.isEmpty()) {
      throw new Mistake("a topic is blank; name it, or leave it out");
    }
    if (topic.length() > LONGEST || topic.chars().anyMatch(Character::isISOControl)) {
      throw new Mistake(
          "a topic is longer than " + LONGEST + " characters or has a tab in it; shorten it");
    }
    return topic;
  }
}
