package io.gistmill.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Notes.Example.ORG, https://notes.example.org/",
    "http://a.example.org:80/x#part, http://a.example.org/x",
    "https://a.example.org:443/x?b=1&c=2, https://a.example.org/x?b=1&c=2",
    "https://a.example.org:8443/x, https://a.example.org:8443/x",
    "https://磨坊.example.org/订阅, https://xn--2es359e.example.org/%E8%AE%A2%E9%98%85",
    "https://a.example.org/a b|c, https://a.example.org/a%20b%7Cc",
    "https://a.example.org/100%, https://a.example.org/100%25",
    "https://a.example.org./x, https://a.example.org/x",
    "http://[::1]:8080/x, http://[::1]:8080/x"
  })
  void oneFormForOneAddress(String typed, String expected) {
    // when
    URI address = WebAddress.parse(typed);

    // then
    assertThat(address.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://a.example.org/, only http and https",
    "file:///etc/passwd, only http and https",
    "a.example.org, https://",
    "https://ann:secret@a.example.org/, password",
    "https:///x, no host",
    "https://a.example.org:99999/, no port 99999",
    "https://a_b c/, no web address"
  })
  void whatIsNoWebAddressIsToldSo(String typed, String reason) {
    // when, then
    assertThatThrownBy(() -> WebAddress.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "x/y, https://a.example.org/f/x/y",
    "/x, https://a.example.org/x",
    "?p=2, https://a.example.org/f/feed?p=2",
    "//b.example.org/x, https://b.example.org/x",
    "http://b.example.org, http://b.example.org/",
    "é, https://a.example.org/f/%C3%A9"
  })
  void referencesAreResolved(String reference, String expected) {
    // given
    URI base = URI.create("https://a.example.org/f/feed?p=1");

    // when
    URI address = WebAddress.resolve(base, reference);

    // then
    assertThat(address.toString()).isEqualTo(expected);
  }
}
