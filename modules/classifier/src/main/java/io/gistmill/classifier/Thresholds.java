package io.gistmill.classifier;

import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.PostIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// How sure classifiers must be of a topic before a post has it.
///
/// They travel on the log like the configuration of a classifier, as a switch of the part [#NAME],
/// so that they are versioned, ordered against posts and hold after a restart.
///
/// @param general the least confidence of a topic that no deciding classifier knows
/// @param topics the least confidence of single topics by slug; they hold for what deciding
///   classifiers say too
public record Thresholds(Fixed general, SortedMap<String, Fixed> topics) {

  /// Stands in switches where the name of a classifier stands else; no classifier may be called so.
  public static final String NAME = "thresholds";

  /// Unless somebody says otherwise.
  public static final Thresholds STANDARD = new Thresholds(Tagger.THRESHOLD, new TreeMap<>());

  private static final int DIGITS = 12;

  /// @throws IllegalArgumentException naming every threshold that is no confidence
  public Thresholds {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
    var mistakes = new ArrayList<String>();
    requireConfidence("the threshold", general, mistakes);
    topics.forEach((slug, least) -> requireConfidence("that of " + slug, least, mistakes));
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "a threshold lies between 0 and 1: " + String.join("; ", mistakes));
    }
  }

  /// The same for all topics.
  static Thresholds general(Fixed least) {
    return new Thresholds(least, new TreeMap<>());
  }

  private static void requireConfidence(String what, @Nullable Fixed least, List<String> mistakes) {
    if (least == null) {
      mistakes.add(what + " is missing");
    } else if (least.compareTo(Fixed.ZERO) < 0 || least.compareTo(Fixed.ONE) > 0) {
      mistakes.add(what + " is " + least);
    }
  }

  /// @param decided whether a deciding classifier gives the topic, which has a threshold of its own
  boolean admit(String topic, Fixed confidence, boolean decided) {
    Fixed own = topics.get(topic);
    if (own == null) {
      return decided || confidence.compareTo(general) >= 0;
    }
    return confidence.compareTo(own) >= 0;
  }

  /// Name and version; equal thresholds have equal ones.
  public String id() {
    return asSwitch().id();
  }

  /// What stands on the log for them.
  public ClassifierSwitch asSwitch() {
    String text = Json.MAPPER.writeValueAsString(this);
    String version = PostIds.hash(List.of(NAME, text)).substring(0, DIGITS);
    return new ClassifierSwitch(NAME, version, text, new TreeMap<>());
  }

  /// @param switches the newest of each part, by its name
  /// @param otherwise where nobody has switched them
  /// @throws IllegalArgumentException when what was switched to cannot be read
  public static Thresholds of(Map<String, ClassifierSwitch> switches, Thresholds otherwise) {
    ClassifierSwitch to = switches.get(NAME);
    return to == null ? otherwise : of(to);
  }

  private static Thresholds of(ClassifierSwitch to) {
    try {
      Thresholds read = Json.MAPPER.readValue(to.configuration(), Thresholds.class);
      if (read == null || !read.id().equals(to.id())) {
        throw new IllegalArgumentException(
            "the switch was written for "
                + to.id()
                + ", and its thresholds say something else here; run the version that wrote it");
      }
      return read;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the thresholds of the switch " + to.id() + " cannot be read: " + e.getOriginalMessage(),
          e);
    }
  }
}
