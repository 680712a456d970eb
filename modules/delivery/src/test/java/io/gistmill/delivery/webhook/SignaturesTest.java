package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.gistmill.domain.Contact.Endpoint;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Libraries compare with the machine's clock, so this uses it too.
class SignaturesTest {

  private static final String ID = "wei-rag.20250305T1600Z";
  private static final String PAYLOAD = "{\"headline\":\"词 & words\"}";

  private final Instant now = InstantSource.system().instant();

  @Test
  void thePublicLibraryVerifiesAPost() throws Exception {
    // when
    Map<String, String> headers = headers(1, null);

    // then
    new Webhook(Samples.SECRETS.secret("wei", 1)).verify(PAYLOAD, listed(headers));
    assertThat(headers)
        .containsEntry("webhook-id", ID)
        .containsEntry("webhook-timestamp", Long.toString(now.getEpochSecond()));
  }

  @Test
  void aChangedPostIsRefused() throws Exception {
    // given
    var webhook = new Webhook(Samples.SECRETS.secret("wei", 1));

    // when
    Map<String, String> headers = headers(1, null);

    // then
    assertThatExceptionOfType(WebhookVerificationException.class)
        .isThrownBy(() -> webhook.verify(PAYLOAD + " ", listed(headers)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void whileASecretIsChangedBothSign(int generation) throws Exception {
    // when
    Map<String, String> headers = headers(3, now.plusSeconds(60));

    // then
    assertThat(headers.getOrDefault("webhook-signature", "").split(" ")).hasSize(4);
    new Webhook(Samples.SECRETS.secret("wei", generation)).verify(PAYLOAD, listed(headers));
    assertThat(verified(headers, Samples.SECRETS.publicKey("wei", generation))).isTrue();
  }

  @Test
  void afterwardsTheNewOneSignsAlone() throws Exception {
    // given
    var before = new Webhook(Samples.SECRETS.secret("wei", 2));

    // when
    Map<String, String> headers = headers(3, now);

    // then
    assertThat(headers.getOrDefault("webhook-signature", "").split(" ")).hasSize(2);
    assertThatExceptionOfType(WebhookVerificationException.class)
        .isThrownBy(() -> before.verify(PAYLOAD, listed(headers)));
  }

  @Test
  void onlyWhoAsksGetsASignatureForThePublicKey() {
    // when
    Map<String, String> headers = headers("https://site.example.org/", 1, null);

    // then
    assertThat(headers.get("webhook-signature")).matches("v1,[^ ]+");
  }

  @Test
  void whoHasThePublicKeyVerifiesToo() throws GeneralSecurityException {
    // when
    Map<String, String> headers = headers(1, null);

    // then
    assertThat(verified(headers, Samples.SECRETS.publicKey("wei", 1))).isTrue();
    assertThat(verified(headers, Samples.SECRETS.publicKey("odile", 1))).isFalse();
  }

  private Map<String, String> headers(int generation, @Nullable Instant rotated) {
    return headers("https://site.example.org/#v1a", generation, rotated);
  }

  private Map<String, String> headers(String url, int generation, @Nullable Instant rotated) {
    Endpoint.Format format = Endpoint.Format.STANDARD;
    var endpoint = new Endpoint(url, format, generation, rotated, now);
    HookAddress address = HookAddress.parse(url, format);
    var dispatch = new Dispatch(Samples.digest(1), "wei", endpoint, address, now);
    return new Signatures(Samples.SECRETS).headers(dispatch, ID, PAYLOAD);
  }

  private static Map<String, List<String>> listed(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
  }

  private static boolean verified(Map<String, String> headers, String publicKey)
      throws GeneralSecurityException {
    String content =
        headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + "." + PAYLOAD;
    for (String signature : headers.getOrDefault("webhook-signature", "").split(" ")) {
      if (signature.startsWith("v1a,")
          && verified(publicKey, content.getBytes(UTF_8), signature.substring(4))) {
        return true;
      }
    }
    return false;
  }

  private static boolean verified(String publicKey, byte[] content, String signature)
      throws GeneralSecurityException {
    byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    String encoded = "302a300506032b6570032100" + HexFormat.of().formatHex(raw);
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(encoded)));
    var check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(content);
    return check.verify(Base64.getDecoder().decode(signature));
  }
}
