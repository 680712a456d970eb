package io.gistmill.digest.render;

import io.gistmill.digest.render.DigestRenderer.Format;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePagesTest {

  static Stream<Arguments> pages() {
    return SamplePages.all().entrySet().stream()
        .flatMap(
            page ->
                Arrays.stream(Format.values())
                    .map(format -> Arguments.of(page.getKey(), page.getValue(), format)));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("pages")
  void looksAsAgreed(String name, DigestPage page, Format format) {
    // when
    String rendered = new DigestRenderer().render(page, format);

    // then
    Agreed.assertAgreed(name + "." + format.extension(), rendered);
  }
}
