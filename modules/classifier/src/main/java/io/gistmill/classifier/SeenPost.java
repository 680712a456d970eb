package io.gistmill.classifier;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is remembered of a post, to tell a repeat from an edit, and to let what was said of it
/// hold.
///
/// @param contentHash of the newest revision; null until the post itself has come
/// @param admitted the window of the first revision; the last tick as long as only others have
///   spoken of the post
/// @param arrived the tick from which it is remembered for a HORIZON: when the post itself came, or
///   was withdrawn
/// @param revision the newest one, 0 until the post itself has come
/// @param withdrawn true: whatever comes under this id is not shown
/// @param tags what the classifiers came to for the newest revision, without evidence
/// @param corrections what readers said since
/// @param told the topics of which live streams last told, where it was tagged again since; null
///   where these are the topics that it has
public record SeenPost(
    @Nullable String contentHash,
    Instant admitted,
    Instant arrived,
    int revision,
    boolean withdrawn,
    List<Given> tags,
    Corrections corrections,
    @Nullable List<Given> told) {

  /// A tag without its evidence.
  public record Given(String topic, Fixed confidence, String classifier) {
    static Given of(Tag tag) {
      return new Given(tag.topic(), tag.confidence(), tag.classifier());
    }

    /// The same, whoever gave it.
    Given what() {
      return new Given(topic, confidence, "");
    }

    Tag tag() {
      return new Tag(topic, confidence, classifier, List.of());
    }
  }

  public SeenPost {
    tags = List.copyOf(tags);
    told = told == null ? null : List.copyOf(told);
  }

  /// A post that has not come yet.
  static SeenPost expected(Instant tick) {
    return new SeenPost(null, tick, tick, 0, false, List.of(), Corrections.NONE, null);
  }

  boolean hasCome() {
    return contentHash != null;
  }

  /// Whether a post adds nothing to what is known.
  boolean coversContent(String hash) {
    return withdrawn || hash.equals(contentHash);
  }

  /// The first or next revision has come.
  ///
  /// @param window where a first revision is admitted
  SeenPost revised(String hash, Instant window, Instant tick, List<Tag> given) {
    boolean first = !hasCome();
    return new SeenPost(
        hash,
        first ? window : admitted,
        first ? tick : arrived,
        revision + 1,
        false,
        given.stream().map(Given::of).toList(),
        corrections,
        null);
  }

  /// Classifiers say something else of the newest revision. Where the post has the same topics all
  /// the same, the revision stays.
  SeenPost retagged(List<Tag> given) {
    List<Given> now = given.stream().map(Given::of).toList();
    boolean same = now.stream().map(Given::what).toList().equals(what());
    return new SeenPost(
        contentHash,
        admitted,
        arrived,
        same ? revision : revision + 1,
        withdrawn,
        now,
        corrections,
        same ? told : topicsTold().stream().map(Given::of).toList());
  }

  private List<Given> what() {
    return tags.stream().map(Given::what).toList();
  }

  /// What is to be said of the newest revision when it is tagged again. Of a classifier that failed
  /// now, whichever its version, what it gave before stays: a failure takes no topic away.
  List<Tag> again(Tagging tagging) {
    Set<String> failed =
        tagging.outcomes().stream()
            .filter(Outcome.Failed.class::isInstance)
            .map(outcome -> name(outcome.classifier()))
            .collect(Collectors.toSet());
    Stream<Tag> kept =
        tags.stream().filter(tag -> failed.contains(name(tag.classifier()))).map(Given::tag);
    Map<String, Tag> best =
        Stream.concat(tagging.topics().stream(), kept)
            .collect(
                Collectors.toMap(
                    Tag::topic, Function.identity(), BinaryOperator.minBy(Combiner.STRONGEST)));
    return best.values().stream().sorted(Combiner.STRONGEST).toList();
  }

  private static String name(String id) {
    int at = id.indexOf('@');
    return at < 0 ? id : id.substring(0, at);
  }

  SeenPost withdrawnAt(Instant tick) {
    int last = withdrawn ? revision : revision + 1;
    return new SeenPost(null, admitted, tick, last, true, List.of(), Corrections.NONE, null);
  }

  /// Where nothing changes the revision stays, so that a correction that was sent twice tells
  /// nothing twice.
  SeenPost corrected(PostEvent.Corrected correction, Instant tick) {
    Corrections all = corrections.and(correction);
    boolean tellsMore = hasCome() && !all.equals(corrections);
    return new SeenPost(
        contentHash,
        admitted,
        hasCome() ? arrived : tick,
        tellsMore ? revision + 1 : revision,
        withdrawn,
        tags,
        all,
        tellsMore ? null : told);
  }

  /// All topics that the post has, strongest first, without evidence.
  List<Tag> topics() {
    return corrections.appliedTo(tags.stream().map(Given::tag).toList());
  }

  /// The topics that the post has for those who follow live streams.
  List<Tag> topicsTold() {
    return told == null ? topics() : told.stream().map(Given::tag).toList();
  }

  /// Every slug that was ever said of the newest revision.
  Stream<String> slugs() {
    return Stream.concat(tags.stream().map(Given::topic), corrections.verdicts().keySet().stream());
  }
}
