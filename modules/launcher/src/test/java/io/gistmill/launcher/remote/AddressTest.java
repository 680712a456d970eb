package io.gistmill.launcher.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.CommandRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "classifiers list",
        "deliveries list",
        "digests preview u-1.a",
        "posts withdraw p",
        "retag --since 1d",
        "sources list",
        "subscriptions list",
        "switch",
        "tail",
        "topics list"
      })
  void whatIsNoAddressIsNamedWithItsOption(String command) {
    // when
    CommandRun run = CommandRun.of((Object[]) (command + " --url notaurl").split(" "));

    // then
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("--url: 'notaurl' is no address; write it as http://host:port\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "http://", "http:/a", "ftp://a.b", "http://a b", ""})
  void onlyWholeAddressesOfTheWebAreTaken(String url) {
    // when
    CommandRun run = CommandRun.of("sources", "list", "--url", url);

    // then
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--url: '" + url + "' is no address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"switch", "topics add topics.yaml"})
  void theAddressOfThePagesIsNamedToo(String command) {
    // when
    CommandRun run = CommandRun.of((Object[]) (command + " --pages notaurl").split(" "));

    // then
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--pages: 'notaurl' is no address");
  }
}
