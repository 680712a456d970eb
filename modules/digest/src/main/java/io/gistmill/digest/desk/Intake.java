package io.gistmill.digest.desk;

import io.gistmill.contracts.Partitions;
import io.gistmill.digest.desk.DeskTables.Buffered;
import io.gistmill.digest.desk.brief.Briefs;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Buffers posts by bucket and notes which ticks every partition has passed.
final class Intake {

  /// The row of the low watermark, beside those of the partitions.
  private static final String WATERMARK = "watermark";

  private static final String PARTITIONS_FROM = "partition|";
  private static final String PARTITIONS_TO = "partition}";

  private final DeskTables tables;

  Intake(DeskTables tables) {
    this.tables = tables;
  }

  /// The words of a post are found here and not when it is folded: should that fail, it fails on
  /// this post's own record, before anything was written.
  void buffer(TaggedPost post) {
    StoryPost told = Briefs.of(post);
    Instant bucket = bucketOf(told);
    tables
        .buffered()
        .put(Keys.buffered(bucket, told), new Buffered.Told(bucket, post.fingerprint(), told));
  }

  void buffer(TaggedEvent.Corrected correction) {
    String post = correction.postId();
    Instant bucket = latest(correction.admitted(), post);
    List<TopicShare> topics = Briefs.shares(correction.topics());
    tables
        .buffered()
        .put(
            Keys.bufferedChange(bucket, post, correction.revision()),
            new Buffered.Corrected(bucket, post, correction.revision(), topics));
  }

  /// Only its topics can have changed: it is told as after a correction, and is no news.
  void buffer(TaggedEvent.Retagged again) {
    TaggedPost post = again.post();
    buffer(
        new TaggedEvent.Corrected(
            post.post().id(), post.admitted(), post.revision(), post.topics()));
  }

  void buffer(TaggedEvent.Withdrawn withdrawal) {
    String post = withdrawal.postId();
    Instant bucket = latest(withdrawal.admitted(), post);
    tables
        .buffered()
        .put(
            Keys.bufferedChange(bucket, post, withdrawal.revision()),
            new Buffered.Withdrawn(bucket, post, withdrawal.revision()));
  }

  /// A tick that does not move its partition forward changes nothing.
  ///
  /// @throws IllegalArgumentException when the tick counts other partitions than those before it
  void note(PartitionTick tick) {
    String key = Keys.partition(tick.from());
    PartitionTick before = tables.ticks().get(key);
    if (before != null && !isAfter(tick, before)) {
      return;
    }
    tables.ticks().put(key, tick);
    moveWatermark(tick.of());
  }

  private void moveWatermark(int partitions) {
    PartitionTick least = leastOf(partitions);
    PartitionTick known = tables.ticks().get(WATERMARK);
    if (least != null && (known == null || isAfter(least, known))) {
      tables.ticks().put(WATERMARK, least);
      tables.due().put(Keys.time(least.tick().instant()), least.tick());
    }
  }

  /// Null until every partition has ticked.
  private @Nullable PartitionTick leastOf(int partitions) {
    List<PartitionTick> last = new ArrayList<>();
    tables
        .ticks()
        .scan(
            PARTITIONS_FROM,
            PARTITIONS_TO,
            (key, tick) -> last.add(requireCount(tick, partitions)));
    return last.size() < partitions
        ? null
        : last.stream().min(Comparator.comparing(tick -> tick.tick().instant())).orElse(null);
  }

  /// Whatever the watermark has passed is closed: neither a late post nor a late edit is folded
  /// before it.
  private Instant bucketOf(StoryPost post) {
    boolean admittedAsItCame = post.revision() == 1 && !post.admitted().equals(Instant.EPOCH);
    return admittedAsItCame
        ? latest(post.admitted(), tables.ticks().get(WATERMARK))
        : latest(post.admitted(), post.id());
  }

  private Instant latest(Instant admitted, String post) {
    return latest(latest(admitted, tables.ticks().get(WATERMARK)), lastTickOf(post));
  }

  /// The last tick of the partition that a post lives in. An edit keeps the window of its first
  /// version in `admitted`, as corrections and withdrawals do, and a backfilled post is in no
  /// window: only their place between the ticks says when they came.
  private @Nullable PartitionTick lastTickOf(String post) {
    Map.Entry<String, PartitionTick> any = tables.ticks().first(PARTITIONS_FROM, PARTITIONS_TO);
    return any == null
        ? null
        : tables.ticks().get(Keys.partition(Partitions.of(post, any.getValue().of())));
  }

  private static Instant latest(Instant instant, @Nullable PartitionTick tick) {
    return tick == null || tick.tick().instant().isBefore(instant)
        ? instant
        : tick.tick().instant();
  }

  private static boolean isAfter(PartitionTick tick, PartitionTick other) {
    return tick.tick().instant().isAfter(other.tick().instant());
  }

  private static PartitionTick requireCount(PartitionTick tick, int partitions) {
    if (tick.of() != partitions) {
      throw new IllegalArgumentException(
          "partition "
              + tick.from()
              + " was one of "
              + tick.of()
              + ", and now there are "
              + partitions
              + "; the number is fixed at creation: replay into a new generation of topics");
    }
    return tick;
  }
}
