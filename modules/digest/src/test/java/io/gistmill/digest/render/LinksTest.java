package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x?y=1&z=2#w, https://a.example/x?y=1&z=2#w",
    "HTTP://a.example, HTTP://a.example",
    "https://a.example/河狸, https://a.example/%E6%B2%B3%E7%8B%B8",
    "https://a.example/a b|c, https://a.example/a%20b%7Cc",
    "https://a.example/a[1], https://a.example/a%5B1%5D",
  })
  void addressesOfTheWebPassInAscii(String link, String expected) {
    assertThat(Links.safe(link)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " javascript:x",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.example/x",
        "/x",
        "https:",
        "https:a.example",
        "%%%",
        ""
      })
  void everythingElseIsNotLinked(String link) {
    assertThat(Links.safe(link)).isNull();
  }

  @Test
  void noAddressIsNoLink() {
    assertThat(Links.safe(null)).isNull();
  }
}
