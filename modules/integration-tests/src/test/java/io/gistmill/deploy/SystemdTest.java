package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.Main;
import io.gistmill.launcher.config.GistmillConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdTest {

  private static final String UNIT = DeployFiles.read("deploy/systemd/gistmill@.service");

  @ParameterizedTest
  @ValueSource(strings = {"producer", "classifier", "digest", "gateway"})
  void everyInstanceStartsWithItsVariables(String instance) {
    Map<String, String> environment = environment(instance);

    GistmillConfig config = Settings.read(environment);

    assertThat(Main.commandLine().parseArgs(instance).hasSubcommand()).isTrue();
    assertThat(config.kafka().bootstrap()).isPresent();
    assertThat(config.http().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void instancesOfOneMachineHaveDifferentPorts() {
    Set<Integer> ports = new TreeSet<>();

    for (String instance : new String[] {"producer", "classifier", "digest", "gateway"}) {
      ports.add(Settings.read(environment(instance)).http().port());
    }

    assertThat(ports).hasSize(4);
  }

  @Test
  void mailsThatAreWrittenAreShown() {
    GistmillConfig digest = Settings.read(environment("digest"));
    GistmillConfig gateway = Settings.read(environment("gateway"));

    assertThat(gateway.mails()).isEqualTo(digest.mails());
  }

  @Test
  void linksThatOneServiceSignsAreOpenedByTheOther() {
    GistmillConfig digest = Settings.read(environment("digest"));
    GistmillConfig gateway = Settings.read(environment("gateway"));

    assertThat(gateway.links()).isEqualTo(digest.links());
    assertThat(gateway.links().keyFile()).isAbsolute();
  }

  @Test
  void unitStartsTheScriptAndTakesTheStatusOfTheProgramAsItIsMeant() {
    assertThat(UNIT.lines())
        .contains(
            "ExecStart=/opt/gistmill/bin/gistmill %i",
            "Restart=on-failure",
            // Wrong usage or configuration.
            "RestartPreventExitStatus=2",
            // Ended by SIGTERM.
            "SuccessExitStatus=143");
  }

  private static Map<String, String> environment(String instance) {
    assertThat(UNIT.lines())
        .contains(
            "EnvironmentFile=-/etc/gistmill/common.env", "EnvironmentFile=-/etc/gistmill/%i.env");
    var all = new HashMap<>(EnvFile.read("deploy/systemd/common.env"));
    all.putAll(EnvFile.read("deploy/systemd/" + instance + ".env"));
    return all;
  }
}
