package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          the mill|the mill
          see https://mill.example/a?b=c now|see   now
          看HTTP://mill.example/水车|看 水车
          http:// and httpx://mill|http:// and httpx://mill
          ask @miller_1, not a@b.example|ask  , not a@b.example
          问@miller好|问 好
          turn `wheel.turn()` twice|turn   twice
          one ` alone|one ` alone
          see ```for each stone``` here|see   here
          see ```for each stone|'see  '
          """)
  void leavesOutAddressesMentionsAndCode(String text, String prose) {
    assertThat(Prose.of(TestPosts.post("p", text)).text()).isEqualTo(prose);
  }
}
