package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.digest.desk.StoryCorpus.Labelled;
import io.gistmill.digest.desk.brief.Briefs;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedPost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The pairs of a corpus as the model sees them.
final class StoryRows {

  /// Before the group of a pair of a feed: the story of its first post.
  static final String FEED = "feed ";

  private final StoryCorpus corpus;
  private final SortedMap<String, KnownPost> known = new TreeMap<>();
  private final SortedMap<String, Joining.Lookup> lookups = new TreeMap<>();
  private final List<Labelled> before = new ArrayList<>();
  private final List<Row> strangers = new ArrayList<>();

  /// @param labelled false for two posts of different groups
  /// @param same whether the two tell one story
  /// @param across whether they are in two languages
  record Row(
      String group,
      String one,
      String other,
      boolean labelled,
      boolean same,
      boolean across,
      Map<Feature, Double> values) {

    Row with(Map<Feature, Double> changed) {
      Map<Feature, Double> all = new EnumMap<>(values);
      all.putAll(changed);
      return new Row(group, one, other, labelled, same, across, all);
    }

    Row unlabelled() {
      return new Row(group, one, other, false, same, across, values);
    }

    /// Whether the desk would compare the two.
    boolean isCandidate() {
      return StoryModel.areComparable(values);
    }
  }

  private StoryRows(StoryCorpus corpus) {
    this.corpus = corpus;
  }

  /// The labelled pairs, and those of different groups of one file that share rare names.
  static List<Row> of(StoryCorpus corpus) {
    var rows = new StoryRows(corpus);
    Joining joining = joining();
    corpus.posts().forEach(post -> rows.add(post, joining));
    List<Row> all = new ArrayList<>();
    for (StoryCorpus.Pair pair : corpus.pairs()) {
      all.add(rows.row(pair.group(), pair.one(), pair.other(), true, pair.same()));
    }
    all.addAll(rows.strangers);
    return List.copyOf(all);
  }

  /// The pairs of a feed. What its posts share in names weighs as all of them have it. Who tells a
  /// story tells it soon, as in the groups: half of those that do within a day, nine of ten within
  /// five; other pairs are taken to have come within a week, some time apart. All count once more
  /// as if they were by one author, within two days.
  static List<Row> of(FeedPairs feed) {
    var rows = new StoryRows(new StoryCorpus(List.of(), List.of(), new TreeSet<>()));
    Joining joining = joining();
    feed.posts().forEach(post -> rows.add(post, joining));
    SortedMap<String, String> stories = feed.stories();
    List<Row> all = new ArrayList<>();
    for (FeedPairs.FeedPair pair : feed.pairs()) {
      String group = FEED + stories.getOrDefault(pair.one(), pair.one());
      Row row = rows.row(group, pair.one(), pair.other(), true, pair.same());
      double drawn = drawn(row);
      double week = pair.same() ? drawn * drawn * drawn : drawn;
      all.add(row.with(Map.of(Feature.WEEK, week)));
      all.add(row.with(byOneAuthor(row)).unlabelled());
    }
    return List.copyOf(all);
  }

  private static Joining joining() {
    var untaught = new StoryModel(List.of());
    DeskTables tables = new DeskRun(untaught).deskTables();
    return new Joining(tables, new Stories(tables), untaught);
  }

  private void add(TaggedPost tagged, Joining joining) {
    String id = tagged.post().id();
    KnownPost post = known(tagged);
    Joining.Lookup lookup = joining.lookUp(post);
    known.put(id, post);
    lookups.put(id, lookup);
    joining.add(id, post, lookup);
  }

  private void add(Labelled labelled, Joining joining) {
    add(labelled.post(), joining);
    for (Labelled other : before) {
      if (other.file().equals(labelled.file())
          && !other.group().equals(labelled.group())
          && !corpus.areRelated(other.id(), labelled.id())) {
        addStranger(labelled, other.id());
      }
    }
    before.add(labelled);
  }

  /// The corpus tells of half a year, and the desk meets as many posts in a day: strangers are
  /// taken to have come within a week, some time apart that is drawn from their ids. Few of the
  /// corpus have one author, and most that the desk compares may have: each pair counts once more
  /// as if it were so, within two days.
  private void addStranger(Labelled labelled, String other) {
    Row row = row(labelled.group(), labelled.id(), other, false, false);
    addIfCandidate(row, Map.of(Feature.WEEK, drawn(row)));
    addIfCandidate(row, byOneAuthor(row));
  }

  /// Part of a week.
  private static double drawn(Row row) {
    return Math.floorMod((row.one() + row.other()).hashCode(), 1000) / 1000.0;
  }

  private static Map<Feature, Double> byOneAuthor(Row row) {
    double near = drawn(row) * 2 / 7;
    boolean hours = near * Comparison.WEEK < Comparison.HOURS;
    return Map.of(
        Feature.WEEK, near, Feature.SAME_AUTHOR, 1.0, Feature.SAME_HOURS, hours ? 1.0 : 0.0);
  }

  private void addIfCandidate(Row row, Map<Feature, Double> changed) {
    Row stranger = row.with(changed);
    if (stranger.isCandidate()) {
      strangers.add(stranger);
    }
  }

  private static KnownPost known(TaggedPost tagged) {
    StoryPost post = Briefs.of(tagged);
    return new KnownPost(
        "",
        1,
        tagged.post().published(),
        tagged.fingerprint(),
        new DeskTables.Origin(
            post.source(),
            SharedLinks.authorOf(post),
            post.language(),
            post.published(),
            post.topics()),
        true);
  }

  private Row row(String group, String one, String other, boolean labelled, boolean same) {
    KnownPost first = Objects.requireNonNull(known.get(one), one);
    KnownPost second = Objects.requireNonNull(known.get(other), other);
    boolean ordered = !first.published().isBefore(second.published());
    Joining.Lookup newer = Objects.requireNonNull(lookups.get(ordered ? one : other));
    return new Row(
        group,
        one,
        other,
        labelled,
        same,
        first.language() != second.language(),
        newer.compareWith(ordered ? second : first));
  }
}
