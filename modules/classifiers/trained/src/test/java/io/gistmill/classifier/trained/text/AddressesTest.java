package io.gistmill.classifier.trained.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "'看 https://a.io/b?c=1 吧', '看                    吧'",
    "'看https://a.io/b，好', '看              ，好'",
    "'[题](HTTPS://A.io/b)', '[题](               '",
    "'ftp://a.io http://b.io', '                      '"
  })
  void blanksStandInTheirPlace(String text, String blanked) {
    assertThat(Addresses.blanked(text)).isEqualTo(blanked).hasSameSizeAs(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a://b", "https:", "http", "mailto:a@b.io", "h://ttps://"})
  void whatIsNoneStays(String text) {
    assertThat(Addresses.blanked(text)).isEqualTo(text);
  }

  @Test
  void manyAreAllFound() {
    String text = "https://a.io 好".repeat(100_000);

    assertThat(Addresses.blanked(text)).hasSameSizeAs(text).doesNotContain("a.io");
  }
}
