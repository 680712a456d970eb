package io.gistmill.delivery.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.MasterKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedLinksTest {

  private static final Instant NOW = Instant.parse("2025-03-10T08:00:00Z");
  private static final SignedLinks LINKS = links(1, "https://digests.example.com/");

  @Test
  void aLinkCarriesWhatItIsForBackToUs() {
    // given
    URI link = LINKS.manage("u-1f", "u-1f.2", NOW);

    // when
    Opened opened = LINKS.open(Purpose.MANAGE, token(link), NOW.plusSeconds(1));

    // then
    assertThat(link.toString()).startsWith("https://digests.example.com/manage/manage.");
    assertThat(opened)
        .isInstanceOfSatisfying(
            Opened.Valid.class,
            valid -> assertThat(Owner.of(valid)).isEqualTo(new Owner("u-1f", "u-1f.2")));
  }

  @Test
  void aLinkWithoutSubscriptionIsForAllOfThem() {
    // given
    URI link = LINKS.manage("u-1f", null, NOW);

    // when
    Opened opened = LINKS.open(Purpose.MANAGE, token(link), NOW);

    // then
    assertThat(Owner.of((Opened.Valid) opened)).isEqualTo(new Owner("u-1f", null));
  }

  @Test
  void anyTextTravelsInALink() {
    // given
    String signUp = "{\"email\":\"li.wei@example.com\",\"filter\":\"检索 \\\"a b\\\"\"}";

    // when
    Opened opened = LINKS.open(Purpose.CONFIRM, token(LINKS.confirm(signUp, NOW)), NOW);

    // then
    assertThat(((Opened.Valid) opened).payload()).isEqualTo(signUp);
  }

  @Test
  void theSameQuestionGivesTheSameLink() {
    assertThat(LINKS.web("digest-1", NOW))
        .isEqualTo(links(1, "https://digests.example.com").web("digest-1", NOW));
  }

  @ParameterizedTest
  @CsvSource({"CONFIRM, PT48H", "MANAGE, P60D", "UNSUBSCRIBE, P400D", "WEB, P60D"})
  void aLinkHoldsUntilItsLastSecondAndNoLonger(Purpose purpose, Duration validity) {
    // given
    String token = LINKS.token(purpose, "u-1f", NOW);

    // when
    Opened before = LINKS.open(purpose, token, NOW.plus(validity).minusNanos(1));
    Opened at = LINKS.open(purpose, token, NOW.plus(validity));

    // then
    assertThat(before).isInstanceOf(Opened.Valid.class);
    assertThat(at).isInstanceOf(Opened.Expired.class);
    assertThat(at.words()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void aLinkOpensNothingOfAnotherPurpose(Purpose purpose) {
    // given
    String token = LINKS.token(purpose, "u-1f|u-1f.1", NOW);

    // when
    var others = Arrays.stream(Purpose.values()).filter(other -> other != purpose);

    // then
    assertThat(others)
        .allSatisfy(
            other -> {
              assertThat(LINKS.open(other, token, NOW)).isEqualTo(new Opened.Forged());
              assertThat(LINKS.open(other, renamed(token, other), NOW))
                  .isEqualTo(new Opened.Forged());
            });
  }

  @Test
  void anotherKeyOpensNothing() {
    // given
    String token = LINKS.token(Purpose.MANAGE, "u-1f", NOW);

    // when
    Opened opened = links(2, "https://digests.example.com").open(Purpose.MANAGE, token, NOW);

    // then
    assertThat(opened).isEqualTo(new Opened.Forged());
  }

  @Test
  void noLetterOfATokenCanBeChanged() {
    // given
    String token = LINKS.token(Purpose.UNSUBSCRIBE, "u-1f|u-1f.1", NOW);

    // when
    var changed = IntStream.range(0, token.length()).mapToObj(i -> withOtherLetter(token, i));

    // then
    assertThat(changed)
        .allSatisfy(
            text ->
                assertThat(LINKS.open(Purpose.UNSUBSCRIBE, text, NOW))
                    .isEqualTo(new Opened.Forged()));
  }

  @Test
  void aTruncatedTokenIsForged() {
    // given
    String token = LINKS.token(Purpose.UNSUBSCRIBE, "u-1f|u-1f.1", NOW);

    // when
    var truncated = IntStream.range(0, token.length()).mapToObj(i -> token.substring(0, i));

    // then
    assertThat(truncated)
        .allSatisfy(
            text ->
                assertThat(LINKS.open(Purpose.UNSUBSCRIBE, text, NOW))
                    .isEqualTo(new Opened.Forged()));
  }

  @Test
  void aLaterExpiryIsForged() {
    // given
    String[] parts = LINKS.token(Purpose.MANAGE, "u-1f", NOW).split("\\.");
    String token =
        parts[0] + "." + parts[1] + "." + (Long.parseLong(parts[2]) + 1) + "." + parts[3];

    // when
    Opened opened = LINKS.open(Purpose.MANAGE, token, NOW);

    // then
    assertThat(opened).isEqualTo(new Opened.Forged());
  }

  @Test
  void anotherOwnerIsForged() {
    // given
    String[] parts = LINKS.token(Purpose.MANAGE, "u-1f", NOW).split("\\.");
    String other =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("u-2e".getBytes(StandardCharsets.UTF_8));

    // when
    Opened opened =
        LINKS.open(Purpose.MANAGE, parts[0] + "." + other + "." + parts[2] + "." + parts[3], NOW);

    // then
    assertThat(opened).isEqualTo(new Opened.Forged());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "...", "manage...", "manage.a.1.b", "\n", "../../etc/passwd"})
  void nonsenseIsForged(String token) {
    assertThat(LINKS.open(Purpose.MANAGE, token, NOW)).isEqualTo(new Opened.Forged());
  }

  @Test
  void aTokenWithoutEndIsForged() {
    // given
    String token = LINKS.token(Purpose.CONFIRM, "x".repeat(SignedLinks.LONGEST), NOW);

    // when
    Opened opened = LINKS.open(Purpose.CONFIRM, token, NOW);

    // then
    assertThat(opened).isEqualTo(new Opened.Forged());
  }

  private static String renamed(String token, Purpose purpose) {
    return purpose.label() + token.substring(token.indexOf('.'));
  }

  private static String withOtherLetter(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private static String token(URI link) {
    return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
  }

  private static SignedLinks links(int seed, String base) {
    var key = new byte[MasterKey.LENGTH];
    Arrays.fill(key, (byte) seed);
    return new SignedLinks(new MasterKey(key), URI.create(base));
  }
}
