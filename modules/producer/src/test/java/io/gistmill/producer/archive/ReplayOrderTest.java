package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostEvent.Posted;
import io.gistmill.domain.PostEvent.Ticked;
import io.gistmill.domain.Tick;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayOrderTest {

  private static final Instant START = Instant.parse("2024-03-09T04:00:00Z");

  @TempDir Path folder;
  private @Nullable PostSpool opened;

  @BeforeEach
  void open() {
    opened = PostSpool.in(folder);
  }

  @AfterEach
  void close() {
    spool().close();
  }

  private PostSpool spool() {
    return Objects.requireNonNull(opened);
  }

  private Post post(long ordinal, long seconds) {
    Post post = PostSpoolTest.post(ordinal, START.plusSeconds(seconds), "p" + ordinal);
    spool().append(post);
    return post;
  }

  private List<PostEvent> events(Instant... closing) {
    var events = new ArrayList<PostEvent>();
    ReplayOrder.of(spool(), List.of(closing)).forEachRemaining(events::add);
    return events;
  }

  private static Ticked tick(Instant edge, @Nullable Instant previous) {
    return new Ticked(new Tick(edge, previous, true));
  }

  @Test
  void aTickStandsBeforeTheFirstPostOfEachQuarterHourAndAtTheEnd() {
    Post third = post(1, 3600);
    Post first = post(2, 0);
    Post second = post(3, 899);
    Post fourth = post(4, 3600);

    List<PostEvent> events = events(START.plusSeconds(7200), START.plusSeconds(9000));

    assertThat(events)
        .containsExactly(
            tick(START, null),
            new Posted(first),
            new Posted(second),
            tick(START.plusSeconds(3600), START),
            new Posted(third),
            new Posted(fourth),
            tick(START.plusSeconds(7200), START.plusSeconds(3600)),
            tick(START.plusSeconds(9000), START.plusSeconds(7200)));
  }

  @Test
  void oneTickMoreLetsAllWindowsBeCutBeforeYearsAreJumpedOver() {
    Duration years = Duration.ofDays(1000);
    Post first = post(1, 0);
    Post second = post(2, years.toSeconds());
    Instant settled = START.plus(ReplayOrder.SETTLED);
    Instant later = START.plus(years);
    Instant end = later.plus(ReplayOrder.SETTLED);

    List<PostEvent> events = events(end);

    assertThat(events)
        .containsExactly(
            tick(START, null),
            new Posted(first),
            tick(settled, START),
            tick(later, settled),
            new Posted(second),
            tick(end, later));
  }

  @Test
  void anEmptySpoolGivesTheClosingTicksOnly() {
    List<PostEvent> events = events(START);

    assertThat(events).containsExactly(tick(START, null));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyPostIsAdmittedInItsQuarterHourAndNoneIsLost(long seed) {
    var random = new Random(seed);
    var posts = new ArrayList<Post>();
    for (int i = 1; i <= 200; i++) {
      posts.add(post(i * 2L, random.nextInt(20) * 450L + random.nextInt(3)));
    }

    List<PostEvent> events = events(START.plusSeconds(36_000));

    var seen = new ArrayList<Post>();
    @Nullable Instant now = null;
    for (PostEvent event : events) {
      switch (event) {
        case Ticked(Tick tick) -> {
          assertThat(tick.previous()).as("seed %s", seed).isEqualTo(now);
          now = tick.instant();
        }
        case Posted(Post post) -> {
          assertThat(Tick.edgeBefore(post.published())).as("seed %s", seed).isEqualTo(now);
          seen.add(post);
        }
        default -> throw new AssertionError("an archive gave " + event);
      }
    }
    posts.sort(
        Comparator.comparing(Post::published)
            .thenComparing(post -> Objects.requireNonNull(post.origin().ordinal())));
    assertThat(seen).as("seed %s", seed).isEqualTo(posts);
  }

  @Test
  void aClosingTickLiesOnAnEdgeAfterAllElse() {
    post(1, 1000);

    assertThatThrownBy(() -> events(START.plusSeconds(1801)))
        .hasMessageContaining("quarter-hour edge");
    assertThatThrownBy(() -> events(START.plusSeconds(900))).hasMessageContaining("comes after");
    assertThatThrownBy(() -> events(START.plusSeconds(1800), START.plusSeconds(1800)))
        .hasMessageContaining("comes after");
  }

  @Test
  void afterTheEndThereIsNothing() {
    ReplayOrder order = ReplayOrder.of(spool(), List.of());

    assertThat(order.hasNext()).isFalse();
    assertThatThrownBy(order::next).isInstanceOf(NoSuchElementException.class);
  }
}
