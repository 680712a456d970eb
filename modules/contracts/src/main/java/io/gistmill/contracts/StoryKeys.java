package io.gistmill.contracts;

import io.gistmill.domain.StoryEvent;
import java.time.Instant;

/// Keys of the stories topic, in an order that serves windows: all revisions of one window stand
/// side by side, and so do all aliases.
public final class StoryKeys {

  /// The last tick up to which the topic is complete.
  public static final String TICK = EventKeys.TICK;

  private static final String REVISION = "revision|";
  private static final String ALIAS = "alias|";

  private StoryKeys() {}

  public static String of(StoryEvent event) {
    return switch (event) {
      case StoryEvent.Revised revised -> revision(revised.bucket(), revised.story());
      case StoryEvent.Aliased aliased -> alias(aliased.bucket(), aliased.alias());
      case StoryEvent.Ticked ignored -> TICK;
    };
  }

  /// The key of one story's revision in one bucket.
  public static String revision(Instant bucket, String story) {
    return revisionsFrom(bucket) + "|" + story;
  }

  /// The key of one alias, by the id that lost.
  public static String alias(Instant bucket, String alias) {
    return aliasesFrom(bucket) + "|" + alias;
  }

  /// No revision of this bucket or a later one has a smaller key; no earlier one has a larger.
  public static String revisionsFrom(Instant bucket) {
    return REVISION + bucket;
  }

  /// No alias of this bucket or a later one has a smaller key; no earlier one has a larger.
  public static String aliasesFrom(Instant bucket) {
    return ALIAS + bucket;
  }
}
