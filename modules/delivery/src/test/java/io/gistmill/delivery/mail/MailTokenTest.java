package io.gistmill.delivery.mail;

import static io.gistmill.delivery.mail.MailSamples.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.MasterKey;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTokenTest {

  @Test
  void tokenNamesItsDigest() {
    assertThat(TOKENS.digest(TOKENS.of("reader-daily.7"))).contains("reader-daily.7");
  }

  @Test
  void markMayComeBackInCapitals() {
    // given
    String token = TOKENS.of("123.7");

    // then
    assertThat(TOKENS.digest(token.toUpperCase(Locale.ROOT))).contains("123.7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u-0123456789abcdef01234567.m8k3x2a1.20260305T0700Z",
        "u-000000000000000000000000.0.20260305T0745Z",
        "u-ffffffffffffffffffffffff.zzzzzzzz.20991231T2345Z",
        "c-abc.def.123",
        "reader-daily.7",
        "u-0123456789abcdef01234567.m8k3x2a1.20261305T0700Z"
      })
  void shortTokenNamesTheSameDigest(String digest) {
    // when
    String token = TOKENS.shortOf(digest);

    // then
    assertThat(TOKENS.digest(token)).contains(digest);
    assertThat(TOKENS.digest(TOKENS.of(digest))).contains(digest);
  }

  @Test
  void returnPathHoldsTheMarkOfWhatGistmillSends() {
    // given
    String digest = "u-ffffffffffffffffffffffff.m8k3x2a1.20260305T0700Z";
    var sender = MailSender.parse("a@mail.example", "bounces+*@mail.example");

    // when
    String path = sender.returnPath(TOKENS.shortOf(digest));

    // then
    String token = path.substring("bounces+".length(), path.indexOf('@'));
    assertThat(path.indexOf('@')).isLessThanOrEqualTo(64);
    assertThat(TOKENS.digest(token.toUpperCase(Locale.ROOT))).contains(digest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a", "a.", ".0123456789abcdef", "a.1.0123456789abcdef", "a.1"})
  void othersMakeNone(String token) {
    assertThat(TOKENS.digest(token)).isEmpty();
  }

  @Test
  void anotherKeyMakesOthers() {
    // given
    var key = new byte[32];
    Arrays.fill(key, (byte) 1);

    // when
    String other = new MailToken(new MasterKey(key)).of("a.1");

    // then
    assertThat(TOKENS.digest(other)).isEmpty();
  }
}
