package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TickBoardTest {

  private static final Instant ONE = Instant.parse("2025-05-06T12:00:00Z");
  private static final Instant TWO = Instant.parse("2025-05-06T12:15:00Z");

  private final TickBoard board = new TickBoard(2);

  @Test
  void nothingIsReachedBeforeAllPartitionsTicked() {
    board.reach(tick(TWO, 0));

    assertThat(board.haveReached(ONE)).isFalse();
    assertThat(board.reachedByAll()).isEqualTo(Instant.MIN);
  }

  @Test
  void slowestPartitionCounts() {
    board.reach(tick(TWO, 0));
    board.reach(tick(ONE, 1));

    assertThat(board.haveReached(ONE)).isTrue();
    assertThat(board.haveReached(TWO)).isFalse();
    assertThat(board.reachedByAll()).isEqualTo(ONE);
  }

  @Test
  void waiterIsWokenByTheLastPartition() {
    var waiter = CompletableFuture.supplyAsync(this::awaitTwo);
    board.reach(tick(TWO, 0));
    assertThat(waiter).isNotDone();

    board.reach(tick(TWO, 1));

    assertThat(waiter.join()).isTrue();
  }

  @Test
  void interruptedWaiterGivesUp() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> board.await(ONE)).isInstanceOf(InterruptedException.class);
  }

  private boolean awaitTwo() {
    try {
      board.await(TWO);
      return board.haveReached(TWO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PartitionTick tick(Instant instant, int from) {
    return new PartitionTick(new Tick(instant, null, true), from, 2);
  }
}
