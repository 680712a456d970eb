package io.gistmill.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectLineTest {

  @Test
  void excerptOfShortTextIsAllOfIt() {
    assertThat(RejectLine.excerpt("short")).isEqualTo("short");
  }

  @Test
  void excerptNeverEndsWithinACharacter() {
    String text = "x".repeat(199) + "\uD83E\uDEB6" + "rest";

    String excerpt = RejectLine.excerpt(text);

    assertThat(excerpt).isEqualTo("x".repeat(199));
  }
}
