package io.gistmill.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gistmill.domain.Contact.Endpoint.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookAddressTest {

  @ParameterizedTest
  @CsvSource({
    "FEISHU, https://A.example/hook#SEC+a/b=, https://a.example/hook, SEC+a/b=",
    "DINGTALK, https://a.example/send?t=1#%53EC, https://a.example/send?t=1, SEC",
    "FEISHU, https://a.example/hook#100%, https://a.example/hook, 100%",
    "FEISHU, https://a.example/hook#, https://a.example/hook,",
    "STANDARD, https://a.example/hook#part, https://a.example/hook,",
    "STANDARD, https://a.example/hook#v1a, https://a.example/hook, v1a",
    "WECOM, https://a.example/send?key=1#part, https://a.example/send?key=1,"
  })
  void howToSignStandsBehindTheAddress(Format format, String typed, String uri, String key) {
    // when
    HookAddress address = HookAddress.parse(typed, format);

    // then
    assertThat(address.uri()).hasToString(uri);
    assertThat(address.key()).isEqualTo(key);
  }

  @Test
  void whatIsKeptIsReadTheSame() {
    // given
    HookAddress address = HookAddress.parse("https://A.example#SEC+1%25", Format.DINGTALK);

    // when
    HookAddress again = HookAddress.parse(address.text(), Format.DINGTALK);

    // then
    assertThat(address.key()).isEqualTo("SEC+1%");
    assertThat(again).isEqualTo(address);
    assertThat(again.toString()).doesNotContain("SEC");
  }

  @Test
  void whatIsNoAddressIsToldSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HookAddress.parse("hooks.example.com/x", Format.SLACK))
        .withMessage("write it with https://");
  }
}
