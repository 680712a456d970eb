package io.gistmill.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.config.GistmillConfig.Defaults;
import io.gistmill.runtime.config.ConfigReader;
import io.gistmill.runtime.config.ConfigSources;
import io.gistmill.runtime.config.InvalidConfigException;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GistmillConfigTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir private Path temp = Path.of("");

  @Test
  void templateAsItIsGivesTheDefaults() throws IOException {
    Path file = write(ConfigTemplate.text(ZoneId.of("UTC")));

    GistmillConfig config = read(ConfigSources.none().withFile(file));

    assertThat(config).isEqualTo(read(ConfigSources.none()));
  }

  @Test
  void templateShowsTheDefaultOfEverySetting() throws IOException {
    Path file = write(uncommented(ConfigTemplate.text(ZoneId.of("UTC"))));

    GistmillConfig shown = read(ConfigSources.none().withFile(file));

    GistmillConfig defaults = read(ConfigSources.none());
    assertThat(shown.kafka().bootstrap()).isPresent();
    assertThat(shown.kafka().properties()).containsKey("security.protocol");
    assertThat(shown.api().token()).isPresent();
    assertThat(shown.kafka().port()).isEqualTo(defaults.kafka().port());
    assertThat(shown.layout()).isEqualTo(defaults.layout());
    assertThat(shown.data()).isEqualTo(defaults.data());
    assertThat(shown.mails()).isEqualTo(defaults.mails());
    assertThat(shown.http()).isEqualTo(defaults.http());
    assertThat(shown.links()).isEqualTo(defaults.links());
    assertThat(shown.items()).isEqualTo(defaults.items());
    assertThat(shown.delivery().spread()).isEqualTo(defaults.delivery().spread());
    assertThat(shown.delivery().perDestination()).isEqualTo(defaults.delivery().perDestination());
    assertThat(shown.delivery().sender().address())
        .isEqualTo(defaults.delivery().sender().address());
    assertThat(shown.delivery().dkim()).isPresent();
    assertThat(shown.stages()).isEqualTo(defaults.stages());
    assertThat(shown.feeds()).isEqualTo(defaults.feeds());
    assertThat(shown.streams()).isEqualTo(defaults.streams());
    assertThat(shown.api().postsPerSecond()).isEqualTo(defaults.api().postsPerSecond());
    assertThat(shown.api().bodyBytes()).isEqualTo(defaults.api().bodyBytes());
  }

  @Test
  void templateExplainsEverySettingThatIsKnown() {
    String template = ConfigTemplate.text(BERLIN);
    var reader = ConfigReader.of(ConfigSources.none().withCommandLine(Map.of("no.such.key", "1")));
    GistmillConfig.read(reader, Defaults.STANDARD);

    assertThatThrownBy(reader::finish)
        .isInstanceOfSatisfying(
            InvalidConfigException.class,
            invalid ->
                assertThat(invalid.mistakes().getLast())
                    .startsWith("known keys are ")
                    .satisfies(
                        known ->
                            assertThat(known.substring("known keys are ".length()).split(", "))
                                .allSatisfy(
                                    key -> assertThat(template).contains(lastPart(key) + ":"))));
  }

  @Test
  void commandLineWinsOverEnvironmentAndEnvironmentOverFile() throws IOException {
    Path file = write("http: {port: 1, host: file}\nitems: {daily: 1}\n");
    var sources =
        ConfigSources.none()
            .withFile(file)
            .withEnvironment(Map.of("GISTMILL_HTTP_PORT", "2", "GISTMILL_HTTP_HOST", "variable"))
            .withCommandLine(Map.of("http.port", "3"));

    GistmillConfig config = read(sources);

    assertThat(config.http()).isEqualTo(new GistmillConfig.Http("variable", 3, false));
    assertThat(config.items().daily()).isEqualTo(1);
  }

  @Test
  void allMistakesAreToldTogether() throws IOException {
    Path file =
        write("zone: Foo/Bar\nhttp: {port: 70000}\ntopics: {prefix: 'A B'}\nkafak: {}\nx: 1\n");

    assertThatThrownBy(() -> read(ConfigSources.none().withFile(file)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("'Foo/Bar' is no time zone")
        .hasMessageContaining("'70000' must lie between 0 and 65535")
        .hasMessageContaining("prefix 'A B' should hold lower-case letters")
        .hasMessageContaining("x: unknown");
  }

  @Test
  void linksBeginWithThePortThatIsServedUnlessTheConfigurationSaysOtherwise() {
    var port = ConfigSources.none().withCommandLine(Map.of("http.port", "9000"));
    var url =
        ConfigSources.none()
            .withCommandLine(
                Map.of("http.port", "9000", "url", "https://digests.example.com/mill/"));

    assertThat(read(port).links().url()).hasToString("http://localhost:9000");
    assertThat(read(url).links().url()).hasToString("https://digests.example.com/mill");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digests.example.com",
        "ftp://example.com",
        "https://",
        "https://me:pw@example.com",
        "https://example.com/?a=b",
        "https://exa mple.com"
      })
  void whatIsNoAddressOfPagesIsRefused(String url) {
    var sources = ConfigSources.none().withCommandLine(Map.of("url", url));

    assertThatThrownBy(() -> read(sources))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("is no address of pages; write it such as https://");
  }

  @Test
  void secretsAreNotPrinted() {
    GistmillConfig config =
        read(
            ConfigSources.none()
                .withEnvironment(
                    Map.of(
                        "GISTMILL_API_TOKEN",
                        "hush-hush",
                        "GISTMILL_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                        "hush-hush")));

    assertThat(config.kafka().properties()).containsEntry("sasl.jaas.config", "hush-hush");
    assertThat(config.toString()).doesNotContain("hush-hush").contains("sasl.jaas.config");
    assertThat(new KafkaConnection("host:1", config.kafka().properties()).toString())
        .doesNotContain("hush-hush");
  }

  private static GistmillConfig read(ConfigSources sources) {
    return GistmillConfig.read(sources, Defaults.STANDARD);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(temp.resolve("gistmill.yaml"), text, StandardCharsets.UTF_8);
  }

  /// Lines such as ` #port: 8080` become settings.
  private static String uncommented(String template) {
    return Pattern.compile("(?m)^( *)#(?=( *)[a-z.-]+:)").matcher(template).replaceAll("$1");
  }

  private static String lastPart(String key) {
    String part = key.replaceFirst("\\.\\*$", "");
    return part.startsWith("api.token") ? "token" : part.substring(part.lastIndexOf('.') + 1);
  }

  @Test
  void mailServerNeedsWhatBelongsTogether() {
    assertThatThrownBy(
            () ->
                read(
                    ConfigSources.none()
                        .withCommandLine(
                            Map.of(
                                "mail.transport", "smtp",
                                "mail.smtp.user", "ada",
                                "mail.dkim.domain", "example.org",
                                "mail.from", "nobody"))))
        .isInstanceOfSatisfying(
            InvalidConfigException.class,
            invalid ->
                assertThat(String.join("\n", invalid.mistakes()))
                    .contains(
                        "name it in mail.smtp.host",
                        "mail.smtp.password belong together",
                        "mail.dkim needs all of",
                        "mail.from"));
  }

  @ParameterizedTest
  @CsvSource({
    "'mail.bounces.imap.host=imap.example.org', 'needs all of host, user and password'",
    "'mail.bounces.folder=b mail.bounces.imap.host=a mail.bounces.imap.user=u"
        + " mail.bounces.imap.password=p', 'either a folder or an imap server'",
    "'mail.bounces.imap.host=imap.example.org mail.bounces.imap.user=u"
        + " mail.bounces.imap.password=p mail.bounces.imap.security=none', 'show the password'",
    "'mail.bounces.interval=10ms', 'must lie between'",
    "'mail.bounces=bounces@example.org', 'mail.bounces: unknown'"
  })
  void mailboxOfBouncesNeedsWhatBelongsTogether(String settings, String mistake) {
    var given = new HashMap<String, String>();
    for (String setting : settings.split(" ", -1)) {
      given.put(setting.split("=", -1)[0], setting.split("=", -1)[1]);
    }

    assertThatThrownBy(() -> read(ConfigSources.none().withCommandLine(given)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(mistake)
        .hasMessageNotContaining("=p");
  }

  @Test
  void bouncesAreReadWhereTheConfigurationSays() throws IOException {
    Path password = Files.writeString(temp.resolve("password"), "hush-hush\n");
    var imap =
        Map.of(
            "mail.bounces.imap.host", "imap.example.org",
            "mail.bounces.imap.user", "bounces",
            "mail.bounces.imap.password.file", password.toString());

    var bounces = read(ConfigSources.none().withCommandLine(imap)).delivery().bounces();

    assertThat(read(ConfigSources.none()).delivery().bounces()).isEmpty();
    assertThat(bounces)
        .hasValueSatisfying(it -> assertThat(it.interval()).isEqualTo(Duration.ofMinutes(1)))
        .map(DeliveryConfig.Bounces::box)
        .containsInstanceOf(DeliveryConfig.ReportBox.Imap.class);
    assertThat(bounces.toString()).doesNotContain("hush-hush");
  }

  @ParameterizedTest
  @CsvSource({"tls, 993", "starttls, 143"})
  void accountOfBouncesIsVisitedAtTheUsualPort(String security, int port) {
    var imap =
        Map.of(
            "mail.bounces.imap.host", "imap.example.org",
            "mail.bounces.imap.user", "bounces",
            "mail.bounces.imap.password", "hush-hush",
            "mail.bounces.imap.security", security);

    var bounces = read(ConfigSources.none().withCommandLine(imap)).delivery().bounces();

    assertThat(bounces)
        .map(DeliveryConfig.Bounces::box)
        .hasValueSatisfying(
            box ->
                assertThat(box)
                    .isInstanceOfSatisfying(
                        DeliveryConfig.ReportBox.Imap.class,
                        it -> assertThat(it.port()).isEqualTo(port)));
  }
}
