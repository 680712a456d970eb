package io.gistmill.classifier.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The settings of one plug-in while they are read: whatever is wrong is noted, and
/// [#refuseIfWrong] tells it all at once.
public final class EngineSettings {

  /// The longest that a classifier may ask for.
  private static final double MAX_SECONDS = 60;

  private final List<String> mistakes = new ArrayList<>();
  private final Section root;

  /// @param text of `classifier.yml`
  /// @throws IllegalArgumentException when it is no YAML with names
  public EngineSettings(String text) {
    var tree = YamlText.tree(text, mistakes);
    refuseIfWrong();
    this.root = new Section(tree, "", mistakes);
    refuseIfWrong();
  }

  public Section root() {
    return root;
  }

  /// Refuses all names but these, `engine`, `topics` and `time-limit`.
  public void allowOnly(Set<String> names) {
    var all = new TreeSet<>(names);
    all.addAll(Set.of("engine", "topics", "time-limit"));
    root.allowOnly(all);
  }

  /// What people call the topics, by slug; at least one.
  public SortedMap<String, String> topics() {
    var topics = new TreeMap<String, String>();
    if (!root.has("topics")) {
      root.mistake("topics", "should hold at least one topic, as slug: name");
      return topics;
    }
    Section section = root.section("topics");
    for (String slug : section.names()) {
      Slugs.refusal(slug).ifPresent(refusal -> section.mistake(slug, refusal));
      topics.put(slug, section.text(slug));
    }
    if (topics.isEmpty()) {
      root.mistake("topics", "should hold at least one topic, as slug: name");
    }
    return topics;
  }

  /// How long one call of the classifier may take.
  ///
  /// @param otherwise seconds, where the setting is missing
  public Duration timeLimit(double otherwise) {
    return seconds("time-limit", 0.1, MAX_SECONDS, otherwise);
  }

  public Duration seconds(String setting, double least, double most, double otherwise) {
    return Duration.ofMillis(Math.round(1000 * root.number(setting, least, most, otherwise)));
  }

  /// @throws IllegalArgumentException with every mistake that was noted
  public void refuseIfWrong() {
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", mistakes));
    }
  }
}
