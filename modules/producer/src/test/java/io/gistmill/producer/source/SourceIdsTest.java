package io.gistmill.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceIdsTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.mill.example.org/feed.xml, mill-example-org-feed-xml-",
    "https://mill.example.org/, mill-example-org-",
    "https://mill.example.org/a/very/long/path/to/some/feed/of/posts,"
        + " mill-example-org-a-very-long-path-to-som-"
  })
  void idsCanBeReadAndTyped(String address, String start) {
    // when
    String id = SourceIds.of("feed", address);

    // then
    assertThat(id).matches("\\Q" + start + "\\E[0-9a-f]{6}");
  }

  @Test
  void theSchemeMakesNoOtherSource() {
    // when
    String id = SourceIds.of("feed", "http://mill.example.org/feed");

    // then
    assertThat(id)
        .isEqualTo(SourceIds.of("feed", "https://mill.example.org/feed"))
        .isNotEqualTo(SourceIds.of("feed", "https://mill.example.org/feed?all"))
        .isNotEqualTo(SourceIds.of("mail", "http://mill.example.org/feed"));
  }
}
