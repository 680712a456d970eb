package io.gistmill.digest.desk;

import io.gistmill.contracts.Partitions;
import io.gistmill.domain.Origin;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A made-up history of posts, edits, repeats, backfills, withdrawals, corrections and ticks over
/// some sixty days, which can be dealt out to any number of partitions.
final class DeskLog {

  private static final int TICKS = 60;
  private static final int TEXTS = 25;
  private static final int LINKS = 30;

  private final Random random;
  private final List<Instant> ticks = new ArrayList<>();
  private final List<List<TaggedEvent>> windows = new ArrayList<>();
  private final List<TaggedPost> posts = new ArrayList<>();
  private final Set<String> withdrawn = new HashSet<>();

  DeskLog(long seed) {
    this.random = new Random(seed);
    Instant at = TestPosts.START;
    for (int i = 0; i < TICKS; i++) {
      ticks.add(at);
      windows.add(window(at));
      at = at.plus(Tick.QUARTER.multipliedBy(1L + random.nextInt(200)));
    }
  }

  List<Instant> ticks() {
    return ticks;
  }

  int posts() {
    return (int) posts.stream().map(post -> post.post().id()).distinct().count();
  }

  /// One order in which a desk could read the log: that of each partition is kept, everything else
  /// is drawn.
  List<TaggedEvent> interleaved(int partitions, Random order) {
    List<List<TaggedEvent>> logs = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      logs.add(new ArrayList<>(partition(partition, partitions)));
    }
    List<TaggedEvent> read = new ArrayList<>();
    while (!logs.isEmpty()) {
      List<TaggedEvent> log = logs.get(order.nextInt(logs.size()));
      if (log.isEmpty()) {
        logs.remove(log);
      } else {
        read.add(log.removeFirst());
      }
    }
    return read;
  }

  private List<TaggedEvent> partition(int number, int of) {
    List<TaggedEvent> log = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i++) {
      log.add(TestPosts.tick(ticks.get(i), i == 0 ? null : ticks.get(i - 1), number, of));
      windows.get(i).stream()
          .filter(event -> Partitions.of(idOf(event), of) == number)
          .forEach(log::add);
    }
    return log;
  }

  private List<TaggedEvent> window(Instant tick) {
    List<TaggedEvent> events = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      events.add(event(tick));
    }
    return events;
  }

  private TaggedEvent event(Instant tick) {
    int kind = posts.isEmpty() ? 0 : random.nextInt(14);
    return switch (kind) {
      case 10 -> {
        TaggedPost post = TestPosts.backfilled(newPost(tick));
        posts.add(post);
        yield TestPosts.tagged(post);
      }
      case 11 -> withdrawal();
      case 12, 13 -> correction();
      case 8 -> {
        TaggedPost known = posts.get(random.nextInt(posts.size()));
        yield new TaggedEvent.Duplicate(known.post().id(), new Origin("test", null), tick);
      }
      case 9 -> {
        int which = random.nextInt(posts.size());
        TaggedPost known = posts.get(which);
        if (withdrawn.contains(known.post().id())) {
          yield new TaggedEvent.Duplicate(known.post().id(), new Origin("test", null), tick);
        }
        posts.set(which, TestPosts.edit(known));
        yield TestPosts.tagged(posts.get(which));
      }
      default -> {
        TaggedPost post = newPost(tick);
        posts.add(post);
        yield TestPosts.tagged(post);
      }
    };
  }

  /// Of any post; as the classifier does it, a second one says the same.
  private TaggedEvent withdrawal() {
    TaggedPost known = posts.get(random.nextInt(posts.size()));
    withdrawn.add(known.post().id());
    return TestPosts.withdrawn(known);
  }

  private TaggedEvent correction() {
    int which = random.nextInt(posts.size());
    TaggedPost known = posts.get(which);
    if (withdrawn.contains(known.post().id())) {
      return TestPosts.withdrawn(known);
    }
    int revision = known.revision() + 1;
    posts.set(which, TestPosts.withRevision(known, revision));
    return TestPosts.corrected(known, revision, "topic-" + random.nextInt(3));
  }

  private TaggedPost newPost(Instant tick) {
    List<Integer> text =
        TestPosts.changed(TestPosts.signature(random.nextInt(TEXTS)), random.nextInt(64));
    List<String> links = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      links.add("https://things.example/" + random.nextInt(LINKS));
    }
    String id = "p" + posts.size() + "-" + random.nextInt(1000);
    return TestPosts.post(
        id, tick, 1, "author " + random.nextInt(40), text, links.stream().distinct().toList());
  }

  private static String idOf(TaggedEvent event) {
    return switch (event) {
      case TaggedEvent.Tagged tagged -> tagged.post().post().id();
      case TaggedEvent.Duplicate duplicate -> duplicate.postId();
      case TaggedEvent.Withdrawn withdrawn -> withdrawn.postId();
      case TaggedEvent.Corrected corrected -> corrected.postId();
      case TaggedEvent.Retagged retagged -> retagged.post().post().id();
      case TaggedEvent.Switched _, TaggedEvent.Ticked _ ->
          throw new IllegalStateException("no id in " + event);
    };
  }
}
