package io.gistmill.classifier.api;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Makes one kind of classifier; named in `META-INF/services`.
///
/// What a factory promises; `classifier-tck` tries each by its number:
///
/// 1. It is a public class that a service file names, with a public constructor without parameters.
///    Neither the constructor nor a static initialiser does anything that may fail, wait or take
///    long: that is for [#create].
/// 2. `name`, `version` and all else that it says of itself are the same each time, and so are they
///    in each object of the class.
/// 3. `topics` are slugs of lower-case letters, digits and dashes, not `all` or `other`, at most
///    1,000; `topicNames` names none but these.
/// 4. `version` changes whenever the same post may get another outcome: with the code, with a
///    model, with the configuration.
/// 5. `create` makes a new classifier each time. Those of one factory are at work at the same time,
///    one for each thread of the stream, and answer alike.
/// 6. `timeLimit` lies above zero and is a minute at the most; `batch` is 1 to 32.
/// 7. `configured(configuration())` has the same name, version and topics. A configuration that
///    cannot be used is refused with an `IllegalArgumentException` that names every mistake.
///
/// What a factory may rely on:
///
/// 1. What it says of itself is asked when it is found, once. Plug-ins come up at the start of the
///    process, or when `gistmill plugins` looks at them.
/// 2. When `create` throws, returns null or takes longer than 20 seconds, Gistmill starts without
///    the classifier. Its posts go on with the failure recorded, and `create` is tried again later.
/// 3. From 1.0 on no method goes away or changes its meaning within a major version; what comes in
///    has a default.
public interface ClassifierFactory {

  /// Lower-case letters, digits and dashes; unique among the classifiers that are present. A
  /// plug-in never takes the place of one that was there before it.
  String name();

  /// Changes whenever the same post may get another outcome; 1 to 100 characters without blanks.
  String version();

  /// The slugs of all topics that this classifier can give.
  Set<String> topics();

  /// What people call its topics, in English, by slug; a topic that is missing goes by its slug.
  default Map<String, String> topicNames() {
    return Map.of();
  }

  /// A new classifier; what is slow, or may fail, is done here and not before.
  Classifier create();

  /// Whether its classifiers always answer within milliseconds, wait for nothing and never hang.
  /// They are asked on the thread of the stream, which is quicker; others get a thread of their own
  /// and are given up when they take too long. Plug-ins always get a thread of their own.
  default boolean inPlace() {
    return false;
  }

  /// How long its classifiers may take for one call before they are given up and their posts go on
  /// with the failure recorded; at most a minute. Of no meaning for those that answer in place.
  default Duration timeLimit() {
    return Duration.ofSeconds(5);
  }

  /// The most posts that its classifiers are asked about in one call, 1 to 32. One that works
  /// through them one after another says 1, so that its time limit holds for each post and not for
  /// all together. Of no meaning for those that answer in place.
  default int batch() {
    return 32;
  }

  /// Whether its classifiers know their topics better than others do. Of such a topic their word
  /// alone counts, unless they failed: others neither add the topic nor take it away, they only add
  /// evidence. What a deciding classifier gives is not held against the general threshold, since it
  /// has its own.
  default boolean decides() {
    return false;
  }

  /// What this factory works with, in its own form, such as a taxonomy in YAML. It can be given to
  /// [#configured] again. Empty where there is nothing to configure.
  default String configuration() {
    return "";
  }

  /// A factory of the same name that works with another configuration. Equal configurations give
  /// equal versions.
  ///
  /// @throws IllegalArgumentException naming every mistake of the configuration
  default ClassifierFactory configured(String configuration) {
    if (configuration.equals(configuration())) {
      return this;
    }
    throw new IllegalArgumentException("the classifier '" + name() + "' takes no configuration");
  }

  /// Adds a user's own part, such as a file with one topic, to what this factory works with.
  ///
  /// @return a whole configuration for [#configured]
  /// @throws IllegalArgumentException naming every mistake of the addition
  default String merged(String addition) {
    throw new IllegalArgumentException("nothing can be added to the classifier '" + name() + "'");
  }

  /// Name and version as they stand in outcomes and tags: `taxonomy@1`.
  default String id() {
    return name() + "@" + version();
  }
}
