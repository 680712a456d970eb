package io.gistmill.classifier;

import io.gistmill.domain.Horizon;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tags the posts of one partition, once each.
///
/// One event comes out for each that goes in, in the same order; only a tick that does not go
/// forward gives none. A post with known id and content is a duplicate, with other content an edit
/// that keeps the window of the first revision. Posts are remembered for a HORIZON from their
/// admission: whatever comes again later is new, however far the clearing up has come.
///
/// A post before the first tick of its partition is admitted at [Instant#EPOCH], in no window of
/// any digest, and forgotten at the first tick. The clock ticks before it lets sources write, so
/// this is for damaged logs only.
public final class Intake implements StateMachine<PostEvent, TaggedEvent> {

  /// The key of all ticks.
  private static final String TICK = "tick";

  /// How many posts are forgotten between two looks at the slice.
  private static final int PIECE = 100;

  private final IntakeTables tables;
  private final Tagger tagger;
  private final int from;
  private final int of;

  /// @param from which partition of posts this is, from 0
  /// @param of how many partitions there are
  public Intake(IntakeTables tables, Tagger tagger, int from, int of) {
    this.tables = tables;
    this.tagger = tagger;
    this.from = from;
    this.of = of;
  }

  @Override
  public void accept(PostEvent event, Consumer<Decision<TaggedEvent>> decisions) {
    switch (event) {
      case PostEvent.Posted posted ->
          decisions.accept(new Decision<>(posted.post().id(), take(posted.post())));
      case PostEvent.Backfilled _,
          PostEvent.Withdrawn _,
          PostEvent.Corrected _,
          PostEvent.Switched _ ->
          throw new UnsupportedOperationException("comes with the next step");
      case PostEvent.Ticked ticked -> take(ticked.tick(), decisions);
    }
  }

  @Override
  public boolean work(BooleanSupplier goOn, Consumer<Decision<TaggedEvent>> decisions) {
    IntakeClock clock = tables.clock().get(TICK);
    while (clock != null && clock.forgotten().isBefore(edge(clock))) {
      clock = forgetPiece(clock);
      if (!goOn.getAsBoolean()) {
        return !clock.forgotten().isBefore(edge(clock));
      }
    }
    return true;
  }

  private TaggedEvent take(Post post) {
    String hash = PostIds.contentHash(post);
    SeenPost seen = tables.seen().get(post.id());
    SeenPost before = isRemembered(seen) ? seen : null;
    if (before != null && before.contentHash().equals(hash)) {
      return new TaggedEvent.Duplicate(post.id(), post.origin(), before.admitted());
    }
    SeenPost now =
        before == null
            ? new SeenPost(hash, lastTick(), 1)
            : new SeenPost(hash, before.admitted(), before.revision() + 1);
    TaggedEvent tagged = tagged(post, now);
    remember(post.id(), seen, now);
    return tagged;
  }

  private boolean isRemembered(@Nullable SeenPost seen) {
    return seen != null && !seen.admitted().isBefore(lastTick().minus(Horizon.LENGTH));
  }

  private void remember(String id, @Nullable SeenPost before, SeenPost now) {
    if (before != null) {
      tables.order().delete(orderKey(id, before));
    }
    tables.order().put(orderKey(id, now), id);
    tables.seen().put(id, now);
  }

  private static String orderKey(String id, SeenPost seen) {
    return seen.admitted() + "|" + id;
  }

  private TaggedEvent tagged(Post post, SeenPost seen) {
    Tagging tagging = tagger.tag(post);
    return new TaggedEvent.Tagged(
        new TaggedPost(
            post,
            seen.admitted(),
            seen.revision(),
            LanguageDetector.of(post),
            tagging.outcomes(),
            tagging.topics(),
            Fingerprints.of(post)));
  }

  private void take(Tick tick, Consumer<Decision<TaggedEvent>> decisions) {
    IntakeClock clock = tables.clock().get(TICK);
    if (clock != null && !clock.lastTick().isBefore(tick.instant())) {
      return;
    }
    Instant forgotten = clock == null ? Instant.EPOCH : clock.forgotten();
    tables.clock().put(TICK, new IntakeClock(tick.instant(), forgotten));
    var ticked = new TaggedEvent.Ticked(new PartitionTick(tick, from, of));
    decisions.accept(new Decision<>(TICK, ticked));
  }

  private Instant lastTick() {
    @Nullable IntakeClock clock = tables.clock().get(TICK);
    return clock == null ? Instant.EPOCH : clock.lastTick();
  }

  private static Instant edge(IntakeClock clock) {
    return clock.lastTick().minus(Horizon.LENGTH);
  }

  /// Forgets the oldest few; the scan starts where the last one ended, so that it never walks over
  /// what has been deleted.
  private IntakeClock forgetPiece(IntakeClock clock) {
    Map<String, String> old = new TreeMap<>();
    tables
        .order()
        .scan(
            clock.forgotten().toString(),
            edge(clock).toString(),
            (key, id) -> {
              old.put(key, id);
              return old.size() < PIECE;
            });
    Instant forgotten = edge(clock);
    for (Map.Entry<String, String> entry : old.entrySet()) {
      tables.order().delete(entry.getKey());
      tables.seen().delete(entry.getValue());
      forgotten = old.size() < PIECE ? forgotten : admitted(entry.getKey());
    }
    var next = new IntakeClock(clock.lastTick(), forgotten);
    tables.clock().put(TICK, next);
    return next;
  }

  private static Instant admitted(String key) {
    return Instant.parse(key.substring(0, key.indexOf('|')));
  }
}
