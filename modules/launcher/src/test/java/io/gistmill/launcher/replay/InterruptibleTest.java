package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.junit.jupiter.api.Test;

class InterruptibleTest {

  @Test
  void undisturbedStepGivesItsResult() throws Exception {
    String result = Interruptible.run(() -> "done");

    assertThat(result).isEqualTo("done");
  }

  @Test
  void failureStaysWhatItIs() {
    var failure = new IOException("the disk is full");

    assertThatThrownBy(
            () ->
                Interruptible.run(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  void failureOfAnInterruptedStepIsAnInterruptAndTheFlagIsCleared() {
    var failure = new ClosedByInterruptException();

    assertThatThrownBy(
            () ->
                Interruptible.run(
                    () -> {
                      Thread.currentThread().interrupt();
                      throw failure;
                    }))
        .isInstanceOf(InterruptedException.class)
        .hasCause(failure);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void stepThatDidNotNoticeIsInterruptedAfterwards() {
    assertThatThrownBy(
            () ->
                Interruptible.run(
                    () -> {
                      Thread.currentThread().interrupt();
                      return "done";
                    }))
        .isInstanceOf(InterruptedException.class);
  }
}
