package io.gistmill.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.mail.DkimRecords.Finding;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DkimRecordsTest {

  private static final String NAME = "post._domainkey.example.org";

  private final DkimKey key = DkimKey.of(MailSamples.pem());

  @Test
  void aRecordInPartsThatHoldsTheKeyIsTheSame() throws SocketException {
    // given
    String record = key.record();

    // when
    Finding finding = find(Map.of(NAME, List.of(record.substring(0, 200), record.substring(200))));

    // then
    assertThat(DkimRecords.name("example.org", "post")).isEqualTo(NAME);
    assertThat(finding).isEqualTo(new Finding.Same());
  }

  @Test
  void aRecordWithoutSpacesAndWithOtherTagsIsTheSame() throws SocketException {
    // given
    String record = key.record().replace(" ", "").replace("k=rsa", "t=s");

    // when
    Finding finding = find(Map.of(NAME, List.of(record.substring(0, 200), record.substring(200))));

    // then
    assertThat(finding).isEqualTo(new Finding.Same());
  }

  @Test
  void anotherKeyIsShown() throws SocketException, NoSuchAlgorithmException {
    // given
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    String other =
        Base64.getEncoder().encodeToString(generator.genKeyPair().getPublic().getEncoded());

    // when
    Finding finding = find(Map.of(NAME, List.of("v=DKIM1; p=" + other)));

    // then
    assertThat(finding).isEqualTo(new Finding.Different("v=DKIM1; p=" + other));
  }

  @Test
  void aRecordWithoutKeyIsDifferent() throws SocketException {
    assertThat(find(Map.of(NAME, List.of("v=DKIM1; p="))))
        .isEqualTo(new Finding.Different("v=DKIM1; p="));
  }

  @Test
  void noRecordIsMissing() throws SocketException {
    assertThat(find(Map.of())).isEqualTo(new Finding.Missing());
  }

  @Test
  void aNameServerThatIsGoneIsTold() throws SocketException {
    // given
    InetSocketAddress address;
    try (var gone = new TestNameServer(Map.of())) {
      address = gone.address();
    }

    // when
    Finding finding = DkimRecords.of(address).find("example.org", "post", key);

    // then
    assertThat(finding).isInstanceOf(Finding.Unanswered.class);
  }

  private Finding find(Map<String, List<String>> texts) throws SocketException {
    try (var server = new TestNameServer(texts)) {
      return DkimRecords.of(server.address()).find("example.org", "post", key);
    }
  }
}
