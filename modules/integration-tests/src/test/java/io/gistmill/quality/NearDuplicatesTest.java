package io.gistmill.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.Answer;
import io.gistmill.classifier.Intake;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.digest.desk.Desk;
import io.gistmill.digest.desk.DeskTables;
import io.gistmill.domain.Origin;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.testsupport.MemoryTable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Texts that are passed on, cut, reworded, quoted, tracked, decorated or written in the other
/// script, among as many that nobody passes on: whether the desk names the original.
class NearDuplicatesTest {

  private static final Logger LOG = LoggerFactory.getLogger(NearDuplicatesTest.class);
  private static final long SEED = 20_260_401;
  private static final int LEAST_CHARACTERS = 120;
  private static final int EVERY = 7;

  private static final Tick BEGIN = new Tick(Instant.parse("2026-04-01T00:00:00Z"), null, true);
  private static final Tick END =
      new Tick(BEGIN.instant().plus(Duration.ofDays(1)), BEGIN.instant(), true);

  @Test
  void theDeskNamesTheOriginalsOfPassedOnTexts() throws IOException {
    // given
    List<String> texts = texts();
    Map<String, Mutation> mutated = new TreeMap<>();
    List<Post> posts = posts(texts, mutated);

    // when
    Map<String, String> originals = originals(posts);

    // then
    var found = new EnumMap<Mutation, Integer>(Mutation.class);
    var all = new EnumMap<Mutation, Integer>(Mutation.class);
    mutated.forEach(
        (id, mutation) -> {
          all.merge(mutation, 1, Integer::sum);
          if (original(id).equals(originals.get(id))) {
            found.merge(mutation, 1, Integer::sum);
          }
        });
    int right = found.values().stream().mapToInt(Integer::intValue).sum();
    double recall = right / (double) mutated.size();
    double precision = right / (double) originals.size();
    LOG.info(
        "originals={} passedOn={} precision={} recall={} found={} of={}",
        texts.size(),
        mutated.size(),
        precision,
        recall,
        found,
        all);
    assertThat(precision).isGreaterThanOrEqualTo(0.96);
    assertThat(recall).isGreaterThanOrEqualTo(0.94);
  }

  private static List<String> texts() throws IOException {
    List<String> all = OwnPosts.ofAtLeast(LEAST_CHARACTERS);
    var some = new ArrayList<String>();
    for (int i = 0; i < all.size(); i += EVERY) {
      some.add(all.get(i));
    }
    return some;
  }

  /// All originals, then every second one once more, mutated.
  private static List<Post> posts(List<String> texts, Map<String, Mutation> mutated) {
    var random = new SplittableRandom(SEED);
    var posts = new ArrayList<Post>();
    for (int i = 0; i < texts.size(); i++) {
      posts.add(post("o" + i, texts.get(i), i));
    }
    for (int i = 0; i < texts.size(); i += 2) {
      Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
      String other = texts.get(random.nextInt(texts.size()));
      String id = "m" + i;
      mutated.put(id, mutation);
      posts.add(post(id, mutation.of(texts.get(i), other, random), texts.size() + i));
    }
    return posts;
  }

  private static String original(String mutated) {
    return "o" + mutated.substring(1);
  }

  private static Post post(String id, String text, int place) {
    return new Post(
        id,
        new Origin("own", (long) place),
        "Author of " + id,
        "by_" + id,
        BEGIN.instant().plusSeconds(place),
        false,
        null,
        null,
        text,
        List.of(),
        List.of(),
        List.of());
  }

  /// What the desk takes for a copy, with what it is a copy of.
  private static Map<String, String> originals(List<Post> posts) {
    var originals = new TreeMap<String, String>();
    var desk = new Desk(tables());
    Consumer<Decision<StoryEvent>> take =
        decision -> {
          if (decision.value() instanceof StoryEvent.Revised revised) {
            revised.posts().forEach(post -> note(post, originals));
          }
        };
    for (TaggedEvent event : tagged(posts)) {
      desk.accept(event, take);
      desk.work(() -> true, take);
    }
    return originals;
  }

  private static void note(StoryPost post, Map<String, String> originals) {
    @Nullable String repeats = post.repeats();
    if (repeats != null) {
      originals.put(post.id(), repeats);
    }
  }

  private static List<TaggedEvent> tagged(List<Post> posts) {
    var intake =
        new Intake(
            new IntakeTables(
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>(),
                new MemoryTable<>()),
            Taggers.of(new Tagger(List.of(), Tagger.THRESHOLD, System::nanoTime)),
            0,
            1);
    var tagged = new ArrayList<TaggedEvent>();
    Consumer<Decision<Answer>> take =
        decision -> tagged.add(Objects.requireNonNull(decision.value()).event());
    intake.accept(new PostEvent.Ticked(BEGIN), take);
    posts.forEach(post -> intake.accept(new PostEvent.Posted(post), take));
    tagged.add(new TaggedEvent.Ticked(new PartitionTick(END, 0, 1)));
    return tagged;
  }

  private static DeskTables tables() {
    return new DeskTables(
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>(),
        new MemoryTable<>());
  }
}
