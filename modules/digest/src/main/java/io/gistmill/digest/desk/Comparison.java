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

  static final double WEEK = Duration.ofDays(7).toSeconds();
  static final long HOURS = Duration.ofHours(6).toSeconds();

  /// So much weight of shared names is as good as any more.
  static final double MANY_NAMES = 60;

  static final double MANY_WORDS = 60;
  private static final double MOST = Name.MAX_WEIGHT;
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
  /// @param link whether both have a link that joins, as [SharedLinks] says
  static Map<Feature, Double> of(
      KnownPost one, KnownPost other, ToIntFunction<Name> weights, boolean link) {
    var comparison = new Comparison(one, other);
    comparison.compareLinks(link);
    comparison.compareNames(weights);
    comparison.compareTexts();
    comparison.compareTopics();
    comparison.compareOrigins();
    return comparison.values;
  }

  private void set(Feature feature, boolean holds) {
    values.put(feature, holds ? 1.0 : 0.0);
  }

  /// Of a whole of some size.
  private void share(Feature feature, double part, double whole) {
    values.put(feature, Math.min(1, part / whole));
  }

  /// A link that both have may join no longer; then nothing is said by it.
  private void compareLinks(boolean link) {
    List<TitledLink> ours = SharedLinks.subjects(one.fingerprint());
    List<TitledLink> theirs = SharedLinks.subjects(other.fingerprint());
    boolean both = !ours.isEmpty() && !theirs.isEmpty();
    set(Feature.LINK, link);
    set(
        Feature.OTHER_LINKS,
        both && ours.stream().noneMatch(each -> theirs.stream().anyMatch(each::isSame)));
  }

  private void compareNames(ToIntFunction<Name> weights) {
    NameOverlap names = NameOverlap.of(one.fingerprint(), other.fingerprint(), weights);
    share(Feature.RAREST_NAME, names.rarest().first(), MOST);
    share(Feature.SECOND_NAME, names.rarest().second(), MOST);
    share(Feature.RAREST_SUBJECT, names.subject(), MOST);
    share(Feature.SHARED_NAMES, names.shared(), MANY_NAMES);
    share(Feature.ALIKE_NAMES, names.shared(), Math.max(1, names.all()));
    share(Feature.RIVALS, names.rivals(), MOST);
    share(Feature.OWN_SUBJECTS, names.own().lesser(), MOST);
    share(Feature.OWN_SUBJECT, names.own().greater(), MOST);
    set(Feature.OTHER_RELEASE, names.otherRelease());
  }

  private void compareTexts() {
    Fingerprint ours = one.fingerprint();
    Fingerprint theirs = other.fingerprint();
    compareWords(TermOverlap.ofWords(ours.terms(), theirs.terms()));
    compareMeanings(TermOverlap.ofMeanings(ours.terms(), theirs.terms()));
    double numbers = numbers(ours.numbers(), theirs.numbers());
    boolean both = !ours.numbers().isEmpty() && !theirs.numbers().isEmpty();
    values.put(Feature.NUMBERS, numbers);
    set(Feature.OTHER_NUMBERS, both && numbers == 0);
    values.put(Feature.COPIED, NearDuplicates.resemblance(ours, theirs));
    set(Feature.ACROSS, one.language() != other.language());
  }

  private void compareWords(TermOverlap words) {
    values.put(Feature.WORDS, words.cosine());
    values.put(Feature.CONTAINED_WORDS, words.contained());
    share(Feature.SHARED_WORDS, words.sum(), MANY_WORDS);
    share(Feature.RAREST_WORD, words.rarest().first(), MOST);
    share(Feature.SECOND_WORD, words.rarest().second(), MOST);
  }

  private void compareMeanings(TermOverlap meanings) {
    values.put(Feature.MEANINGS, meanings.cosine());
    values.put(Feature.CONTAINED_MEANINGS, meanings.contained());
    share(Feature.RAREST_MEANING, meanings.rarest().first(), MOST);
    share(Feature.SECOND_MEANING, meanings.rarest().second(), MOST);
    share(Feature.SHARED_MEANINGS, meanings.sum(), MANY_WORDS);
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
    boolean author = !one.account().isEmpty() && one.account().equals(other.account());
    values.put(Feature.WEEK, Math.min(1, gap / WEEK));
    set(Feature.SAME_AUTHOR, author);
    set(Feature.SAME_HOURS, author && gap < HOURS);
  }
}
