package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.digest.editorial.Issue;
import io.gistmill.digest.editorial.KnownStories;
import io.gistmill.digest.editorial.NewsPost;
import io.gistmill.digest.editorial.Story;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Selection;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Subscription;
import io.gistmill.query.PostIndex;
import io.gistmill.query.PostQuery;
import io.gistmill.testsupport.MemoryTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is selected by shared editions is what a walk over each story and post of `all` selects.
class SelectingSeedsTest {

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void selectionsAreThoseOfAWalkThroughAll(long seed) {
    var world = new World(seed);
    var random = new SplittableRandom(seed).split();
    MemoryTable<StoryEvent> stories = copyOf(world);
    int first = random.nextInt(world.ticks.size() / 2);
    int last = world.ticks.size() - 1 - random.nextInt(world.ticks.size() / 3);
    WindowPosts posts =
        read(stories, world.ticks.get(first).instant(), world.ticks.get(last).instant());

    for (int i = 0; i < 10; i++) {
      Subscription subscription = subscription(world, random);
      while (!posts.prepare(PostRules.of(subscription))) {
        assertThat(posts.weight()).isPositive();
      }

      Choice choice = Selecting.choose(posts, subscription);

      assertThat(items(choice.stories().toList()))
          .as("seed %s, %s", seed, subscription)
          .isEqualTo(items(walked(subscription, posts, new StoryLookup(stories))));
      assertThat(choice.size()).isEqualTo(choice.stories().count());
    }
  }

  private static List<Digest.Item> items(List<Story> stories) {
    return new Issue(stories, 0, List.of()).items(KnownStories.NOTHING);
  }

  private static MemoryTable<StoryEvent> copyOf(World world) {
    var stories = new MemoryTable<StoryEvent>();
    world.stories.forEach(event -> stories.put(StoryKeys.of(event), event));
    return stories;
  }

  private static WindowPosts read(MemoryTable<StoryEvent> stories, Instant from, Instant cut) {
    var reader = new WindowReader(stories, new Window(from, cut));
    while (!reader.readPiece()) {
      assertThat(reader.window().cut()).isEqualTo(cut);
    }
    return reader.posts(new KnownAliases(new MemoryTable<>()));
  }

  private static Subscription subscription(World world, SplittableRandom random) {
    Subscription some = world.constant().getFirst();
    String route = List.of("all", "all", "rag", "other").get(random.nextInt(4));
    return new Subscription(
        "reader",
        "reader",
        route,
        some.cadence(),
        some.zone(),
        10,
        world.selection(),
        null,
        List.of());
  }

  private static List<Story> walked(
      Subscription subscription, WindowPosts posts, StoryLookup lookup) {
    Selection selection = subscription.selection();
    var left = new TreeMap<String, List<Candidate>>();
    for (RankedStory story : posts.edition(PostRules.of("all")).stories()) {
      var topics = new TreeSet<String>();
      var shown = new ArrayList<Candidate>();
      for (Digest.PostRef ref : refs(story)) {
        StoryPost post = lookup.apply(ref);
        topics.addAll(topicsOf(post));
        if (shows(post, subscription.route(), selection)) {
          shown.add(Candidate.of(post, ref.story(), ref.bucket()));
        }
      }
      boolean wanted =
          selection.topics().isEmpty() || selection.topics().stream().anyMatch(topics::contains);
      boolean unwanted =
          selection.excluded().stream().anyMatch(topics::contains)
              || selection.mutedStories().stream().map(posts::storyOf).anyMatch(story.id()::equals);
      if (wanted && !unwanted && !shown.isEmpty()) {
        left.put(story.id(), shown);
      }
    }
    return Ranking.rank(left, _ -> Set.of()).stream().map(RankedStory::story).toList();
  }

  private static List<Digest.PostRef> refs(RankedStory story) {
    return story.story().posts().stream().map(NewsPost::ref).toList();
  }

  private static boolean shows(StoryPost post, String route, Selection selection) {
    boolean routed = route.equals("all") || topicsOf(post).contains(route);
    boolean muted =
        selection.mutedSources().contains(post.source())
            || selection.mutedAuthors().contains("@" + post.handle())
            || selection.mutedAuthors().contains("ada");
    return routed && !muted && (selection.filter().isEmpty() || meets(post, selection.filter()));
  }

  private static boolean meets(StoryPost post, String filter) {
    var query = (PostQuery.Parsed) PostQuery.parse(filter);
    return PostIndex.of(List.of(post)).matching(query).get(0);
  }

  private static List<String> topicsOf(StoryPost post) {
    List<String> topics = post.topics().stream().map(TopicShare::topic).toList();
    return topics.isEmpty() ? List.of("other") : topics;
  }
}
