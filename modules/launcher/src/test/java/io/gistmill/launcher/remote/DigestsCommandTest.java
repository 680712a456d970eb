package io.gistmill.launcher.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.CommandRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DigestsCommandTest {

  private final ToldServer server = new ToldServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPreviewSaysUpToWhenPostsAreInIt() {
    // given
    server.says("GET /api/digests/preview?subscription=u-1.a&format=txt", "RAG today");
    server.adds("Gistmill-As-Of", "2025-03-05T15:45:00Z");

    // when
    CommandRun run = server.run("digests", "preview", "u-1.a");

    // then
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo("RAG today");
    assertThat(run.err()).contains("as of 2025-03-05T15:45:00Z; posts since then are not in it");
  }

  @Test
  void oneThatIsNotTheSameSaysSo() {
    // given
    server.says("GET /api/digests/rebuild?id=u-1.a.20250305T1600Z&format=txt", "RAG today");
    server.adds("Gistmill-Same", "false");

    // when
    CommandRun run = server.run("digests", "rebuild", "u-1.a.20250305T1600Z");

    // then
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("this is not what was sent").doesNotContain("as of");
  }
}
