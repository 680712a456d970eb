package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.producer.archive.PostSpool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestProgressTest {

  private final List<String> shown = new ArrayList<>();

  @Test
  void postsBeforeTheTickAreDone() {
    var progress = new DigestProgress(List.of(at(1), at(2), at(2), at(5)), new Recorder());

    progress.reach(Instant.MIN);
    progress.reach(Instant.ofEpochSecond(2));
    progress.reach(Instant.ofEpochSecond(3));
    progress.reach(Instant.MAX);
    progress.end();

    assertThat(shown)
        .containsExactly(
            "Digesting 0 of 4", "Digesting 1 of 4", "Digesting 3 of 4", "Digesting 4 of 4", "end");
  }

  private static PostSpool.Entry at(long second) {
    return new PostSpool.Entry(second, "p" + second, Instant.ofEpochSecond(second), 0, 0);
  }

  private final class Recorder implements Progress {
    @Override
    public void show(String step, long done, long total) {
      shown.add(step + " " + done + " of " + total);
    }

    @Override
    public void end() {
      shown.add("end");
    }
  }
}
