package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.digest.desk.DeskTables.KnownStory;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the stories that a new post belongs to.
///
/// Candidates are posts with the same bands of the signature, the same links, the same rare names
/// and meanings, and what the author wrote last; the [StoryModel] says which of them tell the same.
/// A story is joined by its likeness to how it began ([#isAboutTheSame]), so that no chain of
/// posts, each a little like the one before, leads from one subject to another; and two stories
/// become one only when their beginnings are alike too, or when the post links or copies both.
final class Joining {

  private static final double COPY = 0.5;
  private static final double COPY_BY_AUTHOR = 0.75;
  private static final Fixed CERTAIN = new Fixed(Long.MAX_VALUE);

  private final DeskTables tables;
  private final Stories stories;
  private final NearDuplicates nearDuplicates;
  private final SharedLinks sharedLinks;
  private final Postings names;
  private final Postings meanings;
  private final AuthorIndex authorIndex;
  private final StoryModel model;

  Joining(DeskTables tables, Stories stories, StoryModel model) {
    this.tables = tables;
    this.stories = stories;
    this.nearDuplicates = new NearDuplicates(tables);
    this.sharedLinks = new SharedLinks(tables);
    this.names = NameIndex.postings(tables);
    this.meanings = MeaningIndex.postings(tables);
    this.authorIndex = new AuthorIndex(tables);
    this.model = model;
  }

  /// What was read for one post.
  ///
  /// @param post as it will be known, whatever its story
  /// @param near by the bands of its signature
  /// @param names by what it names
  /// @param meanings by what its words mean
  /// @param own what its author wrote last
  /// @param links by its links
  record Lookup(
      KnownPost post,
      NearDuplicates.Lookup near,
      Postings.Lookup names,
      Postings.Lookup meanings,
      List<String> own,
      SharedLinks.Lookup links) {

    /// @param other an older post
    Map<Feature, Double> compareWith(KnownPost other) {
      return Comparison.of(
          post, other, name -> NameIndex.weight(name, names), links.join(other.fingerprint()));
    }
  }

  /// A story with the score of the best of its posts that were compared.
  ///
  /// @param strong whether one of them has the same link or nearly the same text
  private record Match(KnownStory story, Fixed score, boolean strong) {
    boolean isCopy() {
      return score.equals(CERTAIN);
    }
  }

  /// @param post as it will be known, whatever its story
  Lookup lookUp(KnownPost post) {
    Fingerprint fingerprint = post.fingerprint();
    return new Lookup(
        post,
        nearDuplicates.lookUp(fingerprint),
        names.lookUp(fingerprint),
        meanings.lookUp(fingerprint),
        authorIndex.newest(post),
        sharedLinks.lookUp(post.author(), fingerprint));
  }

  void add(String id, KnownPost post, Lookup lookup) {
    nearDuplicates.add(id, lookup.near());
    names.add(id, lookup.names());
    meanings.add(id, lookup.meanings());
    authorIndex.add(id, post, lookup.own());
    sharedLinks.add(id, post.author(), post.fingerprint());
  }

  /// Oldest first.
  List<KnownStory> storiesOf(Lookup lookup, Instant bucket) {
    List<Match> matches = matches(lookup, bucket);
    if (matches.isEmpty()) {
      return List.of();
    }
    Match best = matches.getFirst();
    List<KnownStory> joined = new ArrayList<>();
    joined.add(best.story());
    for (Match match : matches.subList(1, matches.size())) {
      if (mayBeOne(best, match)) {
        joined.add(match.story());
      }
    }
    joined.sort(Comparator.comparing(KnownStory::order));
    return joined;
  }

  /// Best first.
  private List<Match> matches(Lookup lookup, Instant bucket) {
    SortedMap<String, Match> matches = new TreeMap<>();
    for (String id : candidates(lookup)) {
      KnownPost post = tables.posts().get(id);
      if (post != null) {
        Match match = match(lookup, post, bucket);
        if (match != null) {
          matches.merge(match.story().id(), match, Joining::better);
        }
      }
    }
    return matches.values().stream()
        .filter(match -> isAboutTheSame(lookup, match))
        .sorted(Comparator.comparing(Match::score).reversed().thenComparing(m -> m.story().order()))
        .toList();
  }

  private SortedSet<String> candidates(Lookup lookup) {
    SortedSet<String> candidates = new TreeSet<>(lookup.links().posts());
    candidates.addAll(lookup.own());
    lookup.near().bands().values().forEach(candidates::addAll);
    Fingerprint fingerprint = lookup.post().fingerprint();
    candidates.addAll(NameIndex.candidates(fingerprint, lookup.names()));
    candidates.addAll(MeaningIndex.candidates(fingerprint, lookup.meanings()));
    return candidates;
  }

  private @Nullable Match match(Lookup lookup, KnownPost post, Instant bucket) {
    Map<Feature, Double> values = lookup.compareWith(post);
    boolean copy = isCopy(values);
    Fixed score = copy ? CERTAIN : model.score(values);
    if (score.compareTo(Fixed.ZERO) < 0) {
      return null;
    }
    KnownStory story = stories.open(stories.root(post.story()), bucket);
    return story == null ? null : new Match(story, score, copy || isLinked(values));
  }

  /// A text that was passed on tells the same story, with a comment before or behind it. An author
  /// passes on less of an own text: what is half the same there is a form that is filled in anew.
  static boolean isCopy(Map<Feature, Double> values) {
    double least = values.getOrDefault(Feature.SAME_AUTHOR, 0.0) > 0 ? COPY_BY_AUTHOR : COPY;
    return values.getOrDefault(Feature.COPIED, 0.0) >= least
        && values.getOrDefault(Feature.OTHER_RELEASE, 0.0) == 0;
  }

  private static boolean isLinked(Map<Feature, Double> values) {
    return values.getOrDefault(Feature.LINK, 0.0) > 0;
  }

  private static Match better(Match one, Match other) {
    Match best = one.score().compareTo(other.score()) >= 0 ? one : other;
    return new Match(best.story(), best.score(), one.strong() || other.strong());
  }

  /// Whether a post is like the first post of a story, or like most of those with which it began. A
  /// copy of any of a story's posts tells the story.
  private boolean isAboutTheSame(Lookup lookup, Match match) {
    int known = 0;
    int alike = 0;
    for (String id : match.isCopy() ? List.<String>of() : match.story().core()) {
      KnownPost post = tables.posts().get(id);
      if (post != null) {
        known++;
        alike += model.score(lookup.compareWith(post)).compareTo(Fixed.ZERO) >= 0 ? 1 : 0;
        if (known == 1 && alike == 1) {
          return true;
        }
      }
    }
    return known == 0 || 2 * alike > known;
  }

  /// Whether a post that belongs to two stories makes them one. Stories of different releases stay
  /// two, whoever links or copies both.
  private boolean mayBeOne(Match best, Match match) {
    boolean strong = best.strong() && match.strong();
    KnownPost first = firstOf(best.story());
    KnownPost second = firstOf(match.story());
    if (first == null || second == null) {
      return strong;
    }
    return !areOfOtherReleases(first, second) && (strong || areAlike(first, second));
  }

  private static boolean areOfOtherReleases(KnownPost one, KnownPost other) {
    return NameOverlap.of(one.fingerprint(), other.fingerprint(), Name::weight).otherRelease();
  }

  private boolean areAlike(KnownPost one, KnownPost other) {
    boolean link = sharedLinks.lookUp("", one.fingerprint()).join(other.fingerprint());
    Fixed score = model.score(Comparison.of(one, other, Name::weight, link));
    return score.compareTo(Fixed.ZERO) >= 0;
  }

  private @Nullable KnownPost firstOf(KnownStory story) {
    return story.core().isEmpty() ? null : tables.posts().get(story.core().getFirst());
  }
}
