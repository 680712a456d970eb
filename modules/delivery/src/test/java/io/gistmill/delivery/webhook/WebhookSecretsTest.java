package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.MasterKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookSecretsTest {

  @Test
  void aSecretHasTheFormThatLibrariesTake() {
    // when
    String secret = Samples.SECRETS.secret("wei", 1);

    // then
    assertThat(secret).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    assertThat(secret).isEqualTo(Samples.SECRETS.secret("wei", 1));
  }

  @Test
  void eachSubscriberGenerationAndInstallationHasItsOwn() {
    // given
    var others =
        new WebhookSecrets(new MasterKey("another installation, also tests".getBytes(UTF_8)));

    // when
    Set<String> secrets =
        Set.of(
            Samples.SECRETS.secret("wei", 1),
            Samples.SECRETS.secret("wei", 2),
            Samples.SECRETS.secret("odile", 1),
            others.secret("wei", 1),
            Samples.SECRETS.publicKey("wei", 1),
            Samples.SECRETS.publicKey("wei", 2),
            others.publicKey("wei", 1));

    // then
    assertThat(secrets).hasSize(7);
  }

  /// Test 2 of RFC 8032, 7.1.
  @Test
  void aSigningKeyIsTheOneOfTheStandard() {
    // given
    var hex = HexFormat.of();
    byte[] seed = hex.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    // when
    SigningKey key = SigningKey.of(seed);

    // then
    assertThat(hex.formatHex(key.publicKey()))
        .isEqualTo("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    assertThat(hex.formatHex(key.sign(new byte[] {0x72})))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  }
}
