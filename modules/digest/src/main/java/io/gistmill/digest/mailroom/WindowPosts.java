package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.digest.editorial.WeekInReview;
import io.gistmill.digest.editorial.Withdrawal;
import io.gistmill.domain.Week;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// The posts of one window, numbered in the order of their ids, and the editions made of them so
/// far.
final class WindowPosts {

  private static final int MOST_WEEKS = 64;

  private final Window window;
  private final List<Candidate> posts;
  private final List<Withdrawal> withdrawals;
  private final List<String> storyOf = new ArrayList<>();
  private final Map<String, Set<String>> topics = new TreeMap<>();
  private final UnaryOperator<String> aliases;
  private final PostMarks marks;
  private final WindowFilters filters;
  private final DigestMaking making;
  private final Editions editions = new Editions();
  private final Recent<WeekKey, Week> weeks = new Recent<>(MOST_WEEKS);

  /// @param posts ordered by id
  /// @param withdrawals of posts that were told before
  /// @param aliases from the id of a story as written to the one that it has as of the cut
  /// @param known filters of all windows
  WindowPosts(
      Window window,
      Collection<Candidate> posts,
      List<Withdrawal> withdrawals,
      UnaryOperator<String> aliases,
      StoryLookup lookup,
      KnownFilters known) {
    this.window = window;
    this.posts = numbered(posts);
    this.withdrawals = withdrawals;
    this.aliases = aliases;
    this.marks = new PostMarks(this.posts);
    this.filters = new WindowFilters(this.posts, lookup, known);
    this.making = new DigestMaking(lookup);
    this.posts.forEach(this::enter);
  }

  private static List<Candidate> numbered(Collection<Candidate> posts) {
    var numbered = new ArrayList<Candidate>(posts.size());
    posts.forEach(post -> numbered.add(post.numbered(numbered.size())));
    return numbered;
  }

  private void enter(Candidate post) {
    String story = aliases.apply(post.ref().story());
    storyOf.add(story);
    topics.computeIfAbsent(story, _ -> new TreeSet<>()).addAll(post.topics());
  }

  boolean isEmpty() {
    return posts.isEmpty();
  }

  /// How much memory this takes, in posts.
  int weight() {
    return 1 + posts.size() + filters.weight();
  }

  /// The story that an id stands for as of the cut.
  String storyOf(String written) {
    return aliases.apply(written);
  }

  /// Does a small piece of what has to be done before an edition can be made.
  ///
  /// @return true when nothing is left to do
  boolean prepare(PostRules rules) {
    return rules.filter().isEmpty() || filters.prepare(rules.filter());
  }

  /// @param rules prepared
  Edition edition(PostRules rules) {
    return editions.get(rules, this::make);
  }

  DigestMaking making() {
    return making;
  }

  Window window() {
    return window;
  }

  List<Withdrawal> withdrawals() {
    return withdrawals;
  }

  /// Counts of all posts of a route.
  WeekCounts counts(String route) {
    return WeekCounts.of(marks.route(route).stream().mapToObj(posts::get).toList());
  }

  /// What only a week shows, worked out once for all who have the same weeks behind them.
  ///
  /// @param before oldest first
  Week week(String route, WeekCounts now, List<WeekCounts> before) {
    return weeks.get(
        new WeekKey(route, before),
        key -> WeekInReview.of(window.cut(), byStory(marks.route(key.route())), now, key.before()));
  }

  private record WeekKey(String route, List<WeekCounts> before) {}

  private Edition make(PostRules rules) {
    BitSet route = marks.route(rules.route());
    if (rules.allOfTheRoute()) {
      return edition(route);
    }
    BitSet left = (BitSet) route.clone();
    if (!rules.filter().isEmpty()) {
      left.and(filters.matching(rules.filter()));
    }
    rules.mutedSources().forEach(source -> left.andNot(marks.source(source)));
    rules.mutedAuthors().forEach(author -> left.andNot(marks.author(author)));
    Edition all = edition(PostRules.of(rules.route()));
    // Most mutes meet no post of a window.
    return left.equals(route) ? all : part(all, left);
  }

  private Edition edition(BitSet chosen) {
    return new Edition(rank(byStory(chosen)));
  }

  private Map<String, List<Candidate>> byStory(BitSet chosen) {
    Map<String, List<Candidate>> byStory = new TreeMap<>();
    chosen.stream()
        .forEach(
            number ->
                byStory
                    .computeIfAbsent(storyOf.get(number), _ -> new ArrayList<>())
                    .add(posts.get(number)));
    return byStory;
  }

  /// The same as an edition of the chosen posts alone, but only stories of which some posts are
  /// left and others not are ranked anew.
  private Edition part(Edition all, BitSet chosen) {
    var stories = new ArrayList<RankedStory>();
    Map<String, List<Candidate>> parts = new TreeMap<>();
    for (RankedStory story : all.stories()) {
      List<Candidate> left = left(story.posts(), chosen);
      if (left.size() == story.posts().size()) {
        stories.add(story);
      } else if (!left.isEmpty()) {
        parts.put(story.id(), left);
      }
    }
    if (!parts.isEmpty()) {
      stories.addAll(rank(parts));
      stories.sort(RankedStory.BEST_FIRST);
    }
    return new Edition(stories);
  }

  private static List<Candidate> left(List<Candidate> posts, BitSet chosen) {
    if (posts.size() == 1) {
      return chosen.get(posts.getFirst().number()) ? posts : List.of();
    }
    return posts.stream().filter(post -> chosen.get(post.number())).toList();
  }

  private List<RankedStory> rank(Map<String, List<Candidate>> byStory) {
    return Ranking.rank(byStory, story -> topics.getOrDefault(story, Set.of()));
  }
}
