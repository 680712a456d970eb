package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys are of plain letters, so that the order of texts is the order of bytes.
class StoryKeysTest {

  private static final Instant EIGHT = Instant.parse("2025-03-03T08:00:00Z");
  private static final Instant NEXT = EIGHT.plus(Tick.QUARTER);

  @Test
  void eachKindHasItsKeys() {
    // given
    var revised = new StoryEvent.Revised("s1", EIGHT, List.of());
    var aliased = new StoryEvent.Aliased("s2", "s1", EIGHT);
    var ticked = new StoryEvent.Ticked(new Tick(EIGHT, null, true));

    // when
    List<String> keys = List.of(StoryKeys.of(revised), StoryKeys.of(aliased), StoryKeys.of(ticked));

    // then
    assertThat(keys)
        .containsExactly(
            "revision|2025-03-03T08:00:00Z|s1", "alias|2025-03-03T08:00:00Z|s2", "tick");
    assertThat(StoryKeys.revision(EIGHT, "s1")).isEqualTo(keys.getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "000", "fff", "~~~"})
  void aWindowHoldsItsBucketsWhateverTheStory(String story) {
    // given
    String from = StoryKeys.revisionsFrom(EIGHT);
    String to = StoryKeys.revisionsFrom(NEXT);

    // when
    String inside = StoryKeys.revision(EIGHT, story);

    // then
    assertThat(inside).isGreaterThanOrEqualTo(from).isLessThan(to);
    assertThat(StoryKeys.revision(NEXT, story)).isGreaterThanOrEqualTo(to);
    assertThat(StoryKeys.revision(EIGHT.minus(Tick.QUARTER), story)).isLessThan(from);
  }

  @Test
  void theOrderOfKeysIsTheOrderOfBuckets() {
    // given
    long seed = 11;
    var random = new Random(seed);
    var buckets = new ArrayList<Instant>();
    for (int i = 0; i < 500; i++) {
      buckets.add(EIGHT.plus(Tick.QUARTER.multipliedBy(random.nextInt(-500_000, 500_000))));
    }

    // when
    List<String> keys =
        buckets.stream().map(bucket -> StoryKeys.revision(bucket, "s")).sorted().toList();

    // then
    assertThat(keys)
        .as("seed %d", seed)
        .isEqualTo(
            buckets.stream().sorted().map(bucket -> StoryKeys.revision(bucket, "s")).toList());
  }

  @Test
  void kindsStandApart() {
    // given
    Instant longAgo = EIGHT.minus(Duration.ofDays(10_000));
    Instant farOff = EIGHT.plus(Duration.ofDays(10_000));

    // when
    String lastAlias = StoryKeys.of(new StoryEvent.Aliased("~", "s", farOff));

    // then
    assertThat(lastAlias).isLessThan(StoryKeys.revisionsFrom(longAgo));
    assertThat(StoryKeys.TICK).isGreaterThan(StoryKeys.revision(farOff, "~"));
    assertThat(StoryKeys.aliasesFrom(longAgo)).isLessThan(StoryKeys.aliasesFrom(farOff));
  }
}
