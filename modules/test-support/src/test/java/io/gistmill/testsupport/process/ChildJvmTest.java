package io.gistmill.testsupport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ChildJvmTest {

  @TempDir Path temp;
  private Path output = Path.of("");

  @BeforeEach
  void nameOutput() {
    output = temp.resolve("output");
  }

  @Test
  void programGetsPropertiesFlagsAndHeap() {
    JavaProgram program =
        JavaProgram.of(Waiter.class)
            .withProperty("greeting", "hello")
            .withFlag("-Duser.language=zh")
            .withHeap(64);

    try (ChildJvm child = program.start(output)) {

      assertThat(child.awaitReady()).isEqualTo("你好");
      assertThat(child.awaitLine("greeting")).isEqualTo("greeting hello");
      assertThat(child.awaitLine("language")).isEqualTo("language zh");
      assertThat(Integer.parseInt(child.awaitLine("heap").substring(5))).isLessThanOrEqualTo(64);
      assertThat(child.peakResidentMegabytes()).isBetween(10L, 200L);
    }
  }

  @Test
  void killedProgramGetsNoChance() throws IOException {
    try (ChildJvm child = JavaProgram.of(Waiter.class).start(output)) {
      child.awaitReady();

      child.kill();

      assertThat(child.awaitExit()).isEqualTo(137);
      assertThat(Files.readString(output)).contains("ready").doesNotContain("ended in order");
    }
  }

  @Test
  void stoppedProgramEndsInOrder() throws IOException {
    try (ChildJvm child = JavaProgram.of(Waiter.class).start(output)) {
      child.awaitReady();

      int status = child.stop();

      assertThat(status).isEqualTo(143);
      assertThat(Files.readString(output)).contains("ended in order");
    }
  }

  @Test
  void interruptedProgramEndsInOrder() throws IOException {
    try (ChildJvm child = JavaProgram.of(Waiter.class).start(output)) {
      child.awaitReady();

      int status = child.interrupt();

      assertThat(status).isEqualTo(130);
      assertThat(Files.readString(output)).contains("ended in order");
    }
  }

  @Test
  void lineThatNeverCameIsMissedWithTheEndOfTheOutput() {
    try (ChildJvm child = JavaProgram.of(Waiter.class, "3").start(output)) {

      assertThatThrownBy(child::awaitReady)
          .isInstanceOf(AssertionError.class)
          .hasMessageContainingAll("Waiter", "ended with status 3", "ending as told", "output");
      assertThat(child.awaitExit()).isEqualTo(3);
    }
  }

  @Test
  void closingTwiceDoesNoHarm() {
    ChildJvm child = JavaProgram.of(Waiter.class).start(output);
    child.close();

    child.close();

    assertThat(child.isAlive()).isFalse();
  }
}
