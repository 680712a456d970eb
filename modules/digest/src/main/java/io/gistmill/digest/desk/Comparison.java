package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Name;
import io.gistmill.domain.StoryPost.TopicShare;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// Says in numbers how much two posts have in common: a value for each [Feature].
///
/// Values are worked out from whole numbers, by the same few exact operations everywhere.
final class Comparison {

  private static final double WEEK = Duration.ofDays(7).toSeconds();
  private static final long HOURS = Duration.ofHours(6).toSeconds();
  private static final double MORE_NAMES = 3.0 * Name.MAX_WEIGHT;
  private static final double MORE_NUMBERS = 3;
  private static final int PRECISE = 3;

  private final KnownPost one;
  private final KnownPost other;
  private final Map<Feature, Double> values = new EnumMap<>(Feature.class);

  private Comparison(KnownPost one, KnownPost other) {
    this.one = one;
    this.other = other;
  }

  /// @param one the newer post
  /// @param weights of the newer post's names within the HORIZON
  /// @param link whether both are about the thing behind one link
  static Map<Feature, Double> of(
      KnownPost one, KnownPost other, ToIntFunction<Name> weights, boolean link) {
    var comparison = new Comparison(one, other);
    comparison.set(Feature.ALWAYS, true);
    comparison.set(Feature.LINK, link);
    comparison.compareNames(weights);
    comparison.compareTexts();
    comparison.compareTopics();
    comparison.compareOrigins();
    return comparison.values;
  }

  private void set(Feature feature, boolean holds) {
    values.put(feature, holds ? 1.0 : 0.0);
  }

  private void compareNames(ToIntFunction<Name> weights) {
    NameOverlap names = NameOverlap.of(one.fingerprint(), other.fingerprint(), weights);
    double most = Name.MAX_WEIGHT;
    values.put(Feature.RAREST_NAME, names.rarest() / most);
    values.put(Feature.RAREST_SUBJECT, names.subject() / most);
    values.put(Feature.MORE_NAMES, Math.min(1, (names.shared() - names.rarest()) / MORE_NAMES));
    values.put(Feature.ALIKE_NAMES, names.all() == 0 ? 0 : names.shared() / (double) names.all());
    values.put(Feature.RIVALS, names.rivals() / most);
    set(Feature.OTHER_RELEASE, names.otherRelease());
  }

  private void compareTexts() {
    Fingerprint ours = one.fingerprint();
    Fingerprint theirs = other.fingerprint();
    boolean across = one.language() != other.language();
    double words = TermCosine.ofWords(ours.terms(), theirs.terms());
    double meanings = TermCosine.ofMeanings(ours.terms(), theirs.terms());
    values.put(Feature.WORDS, across ? 0 : words);
    values.put(Feature.MEANINGS, across ? 0 : meanings);
    values.put(Feature.MEANINGS_ACROSS, across ? meanings : 0);
    values.put(
        Feature.NAME_AND_WORDS,
        values.getOrDefault(Feature.RAREST_NAME, 0.0) * (across ? meanings : words));
    values.put(Feature.NUMBERS, numbers(ours.numbers(), theirs.numbers()));
    values.put(Feature.COPIED, NearDuplicates.resemblance(ours, theirs));
    set(Feature.ACROSS, across);
  }

  private static double numbers(List<String> ours, List<String> theirs) {
    double shared = 0;
    for (String number : ours) {
      if (theirs.contains(number)) {
        shared += digits(number) >= PRECISE ? 1 : 0.5;
      }
    }
    return Math.min(1, shared / MORE_NUMBERS);
  }

  /// How many digits there are between the zeros at both ends.
  private static int digits(String number) {
    int first = -1;
    int last = -1;
    int digits = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c >= '1' && c <= '9') {
        first = first < 0 ? digits : first;
        last = digits;
      }
      digits += Character.isDigit(c) ? 1 : 0;
    }
    return first < 0 ? 0 : last - first + 1;
  }

  private void compareTopics() {
    SortedMap<String, Long> theirs = new TreeMap<>();
    other.topics().forEach(topic -> theirs.put(topic.topic(), topic.confidence().micros()));
    long shared = 0;
    long all = theirs.values().stream().mapToLong(Long::longValue).sum();
    for (TopicShare topic : one.topics()) {
      long ours = topic.confidence().micros();
      long both = Math.min(ours, theirs.getOrDefault(topic.topic(), 0L));
      shared += both;
      all += ours - both;
    }
    values.put(Feature.TOPICS, all == 0 ? 0 : shared / (double) all);
    set(Feature.OTHER_TOPICS, shared == 0 && !one.topics().isEmpty() && !theirs.isEmpty());
  }

  private void compareOrigins() {
    long gap = Math.abs(Duration.between(other.published(), one.published()).toSeconds());
    boolean author = !one.author().isEmpty() && one.author().equals(other.author());
    values.put(Feature.WEEK, Math.min(1, gap / WEEK));
    set(Feature.SAME_AUTHOR, author);
    set(Feature.SAME_HOURS, author && gap < HOURS);
  }
}
