package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Week.Kind;
import io.gistmill.domain.Week.Trend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what a week told of more than the weeks before.
///
/// A topic or a name is a trend when its share of the week's posts is at least twice its share of
/// the weeks before, when that is no chance ([LogLikelihood] above 10.83), and when three posts by
/// two authors have it. The names of one affair come together: of trends that have most posts in
/// common the most surprising one stays.
final class Trends {

  static final int MOST = 5;
  static final int EVIDENCE = 3;
  static final int LEAST_POSTS = 3;
  static final int LEAST_AUTHORS = 2;
  static final Fixed NO_CHANCE = Fixed.of(10.83);

  private static final Comparator<Found> MOST_SURPRISING_FIRST =
      Comparator.comparing((Found found) -> found.trend().surprise())
          .reversed()
          .thenComparing(found -> found.trend().kind())
          .thenComparing(found -> found.trend().name());

  private static final Comparator<InStory> BEST_FIRST =
      Comparator.comparing((InStory told) -> told.post().score())
          .reversed()
          .thenComparing(told -> told.post().published())
          .thenComparing(told -> told.post().ref().id());

  private final List<InStory> posts;
  private final WeekCounts now;
  private final List<WeekCounts> before;
  private final long postsBefore;

  /// @param story after aliases
  record InStory(String story, NewsPost post) {}

  private record Found(Trend trend, Set<String> posts) {}

  /// @param posts of the week
  /// @param before the weeks before, oldest first
  Trends(Collection<InStory> posts, WeekCounts now, List<WeekCounts> before) {
    this.posts = posts.stream().filter(told -> told.post().repeats() == null).toList();
    this.now = now;
    this.before = before;
    this.postsBefore = before.stream().mapToLong(WeekCounts::posts).sum();
  }

  /// Most surprising first; none where there is nothing to compare with.
  List<Trend> find() {
    List<Found> found =
        Stream.concat(
                now.topics().keySet().stream().map(slug -> new Subject(Kind.TOPIC, slug)),
                now.names().keySet().stream().map(name -> new Subject(Kind.NAME, name)))
            .filter(this::bursts)
            .map(this::found)
            .filter(trend -> trend.posts().size() >= LEAST_POSTS)
            .sorted(MOST_SURPRISING_FIRST)
            .toList();
    return apart(found);
  }

  private record Subject(Kind kind, String name) {
    int in(WeekCounts week) {
      return kind == Kind.TOPIC ? week.topic(name) : week.name(name);
    }

    boolean isCounted(WeekCounts week) {
      return kind == Kind.TOPIC || week.knows(name);
    }

    boolean isOf(NewsPost post) {
      return (kind == Kind.TOPIC ? post.topics() : post.names()).contains(name);
    }
  }

  private boolean bursts(Subject subject) {
    long count = subject.in(now);
    long earlier = earlier(subject);
    // Shares are compared as whole numbers: count / posts >= 2 * earlier / postsBefore.
    boolean twice = count * postsBefore >= 2 * earlier * now.posts();
    return count >= LEAST_POSTS
        && twice
        && surprise(subject).compareTo(NO_CHANCE) >= 0
        && byEnough(subject);
  }

  private long earlier(Subject subject) {
    return before.stream().mapToLong(subject::in).sum();
  }

  private Fixed surprise(Subject subject) {
    return LogLikelihood.of(subject.in(now), now.posts(), earlier(subject), postsBefore);
  }

  private boolean byEnough(Subject subject) {
    return told(subject).map(told -> told.post().author()).distinct().limit(LEAST_AUTHORS).count()
        == LEAST_AUTHORS;
  }

  private Stream<InStory> told(Subject subject) {
    return posts.stream().filter(told -> subject.isOf(told.post()));
  }

  private Found found(Subject subject) {
    List<InStory> told = told(subject).sorted(BEST_FIRST).toList();
    var trend =
        new Trend(
            subject.kind(),
            subject.name(),
            subject.in(now),
            counted(subject),
            surprise(subject),
            evidence(told));
    var ids = new HashSet<String>();
    told.forEach(post -> ids.add(post.post().ref().id()));
    return new Found(trend, ids);
  }

  /// Posts of each week before, or none where it is only known that they are few.
  private List<Integer> counted(Subject subject) {
    return before.stream().allMatch(subject::isCounted)
        ? before.stream().map(subject::in).toList()
        : List.of();
  }

  /// The best posts, each of another story.
  private static List<Digest.PostRef> evidence(List<InStory> bestFirst) {
    var stories = new HashSet<String>();
    return bestFirst.stream()
        .filter(told -> stories.add(told.story()))
        .limit(EVIDENCE)
        .map(told -> told.post().ref())
        .toList();
  }

  /// Leaves out what shares more than half of its posts with a trend before it.
  private static List<Trend> apart(List<Found> found) {
    var kept = new ArrayList<Found>();
    for (Found next : found) {
      if (kept.size() < MOST && kept.stream().noneMatch(one -> isSame(one, next))) {
        kept.add(next);
      }
    }
    return kept.stream().map(Found::trend).toList();
  }

  private static boolean isSame(Found one, Found other) {
    long shared = other.posts().stream().filter(one.posts()::contains).count();
    return 2 * shared > other.posts().size();
  }
}
