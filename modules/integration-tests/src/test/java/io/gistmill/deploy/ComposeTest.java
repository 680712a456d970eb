package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gistmill.contracts.Json;
import io.gistmill.launcher.Main;
import io.gistmill.launcher.config.GistmillConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `docker-compose.yml` against the specification of such files and against the program.
class ComposeTest {

  private static final Compose COMPOSE = Compose.read(Map.of());
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");
  private static final Map<String, String> EXAMPLE = EnvFile.read(".env.example");

  static List<Compose.Service> services() {
    return COMPOSE.services();
  }

  static List<Compose.Service> ours() {
    return COMPOSE.ours().toList();
  }

  @Test
  void isValidByTheSpecification() throws IOException {
    assertThat(mistakes(COMPOSE.tree())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"services\":{\"a\":{\"image\":\"x:1\",\"comand\":[\"y\"]}}}",
        "{\"services\":{\"a\":{\"image\":\"x:1\",\"depends_on\":{\"b\":{\"condition\":\"well\"}}}}}",
        "{\"services\":{\"a\":{\"image\":\"x:1\",\"ports\":\"80\"}}}"
      })
  void specificationFindsMistakes(String json) throws IOException {
    assertThat(mistakes(Json.MAPPER.readTree(json))).isNotEmpty();
  }

  @Test
  void everyStageIsAService() {
    assertThat(COMPOSE.ours().map(Compose.Service::name))
        .containsExactlyInAnyOrder("producer", "classifier", "digest", "gateway");
    assertThat(COMPOSE.services())
        .extracting(Compose.Service::name)
        .contains("kafka", "mailpit", "prometheus", "grafana");
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyServiceIsPinnedLimitedAndStartedAgain(Compose.Service service) {
    assertThat(service.tree().path("image").asString())
        .matches("[a-z0-9/-]+:[a-z0-9.-]+")
        .doesNotEndWith(":latest");
    assertThat(service.tree().path("restart").asString()).isEqualTo("on-failure");
    assertThat(service.tree().at("/deploy/resources/limits").has("memory")).isTrue();
    assertThat(service.tree().at("/deploy/resources/limits").has("cpus")).isTrue();
    assertThat(service.tree().has("container_name")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyPortIsOpenOnThisMachineAloneUnlessToldOtherwise(Compose.Service service) {
    assertThat(service.list("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyVolumeAndFileIsThere(Compose.Service service) {
    assertThat(service.list("volumes"))
        .allMatch(
            volume -> {
              String from = volume.substring(0, Math.max(0, volume.indexOf(':')));
              return from.startsWith("./")
                  ? DeployFiles.at(from).toFile().exists()
                  : from.isEmpty() || COMPOSE.tree().path("volumes").has(from);
            });
  }

  @Test
  void noTwoServicesWantTheSamePort() {
    assertThat(COMPOSE.services().stream().flatMap(service -> service.list("ports").stream()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everyCommandIsOneOfTheProgram(Compose.Service service) {
    String[] command = service.list("command").toArray(String[]::new);

    CommandLine.ParseResult parsed = Main.commandLine().parseArgs(command);

    assertThat(parsed.hasSubcommand()).isTrue();
    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(service.name());
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everyServiceWaitsForTheBroker(Compose.Service service) {
    assertThat(service.tree().at("/depends_on/kafka/condition").asString())
        .isEqualTo("service_healthy");
    assertThat(COMPOSE.service("kafka").tree().has("healthcheck")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ours")
  void everyServiceStartsWithItsVariables(Compose.Service service) {
    GistmillConfig config = Settings.read(environment(service, Map.of()));

    assertThat(config.kafka().bootstrap()).contains("kafka:9092");
    assertThat(config.http().host()).isEqualTo("0.0.0.0");
    assertThat(service.targets()).allMatch(port -> port == config.http().port());
  }

  @Test
  void exampleOfVariablesIsCompleteAndAccepted() {
    Set<String> used = variables();

    assertThat(EXAMPLE.keySet()).isEqualTo(used);
    assertThat(COMPOSE.ours())
        .allSatisfy(
            service ->
                assertThatCode(() -> Settings.read(environment(service, EXAMPLE)))
                    .doesNotThrowAnyException());
  }

  @Test
  void exampleOfVariablesSaysTheDefaults() {
    assertThat(Compose.read(EXAMPLE)).isEqualTo(COMPOSE);
  }

  @Test
  void layoutOfTheLogIsTheSameInAllServices() {
    var variables =
        Map.of(
            "GISTMILL_PARTITIONS",
            "9",
            "GISTMILL_SUBSCRIBERS",
            "3",
            "GISTMILL_ZONE",
            "Asia/Shanghai");

    List<GistmillConfig> configs =
        Compose.read(variables)
            .ours()
            .map(service -> Settings.read(environment(service, variables)))
            .toList();

    assertThat(configs)
        .allSatisfy(
            config -> {
              assertThat(config.layout().partitions()).isEqualTo(9);
              assertThat(config.layout().subscribers()).isEqualTo(3);
              assertThat(config.zone().getId()).isEqualTo("Asia/Shanghai");
            });
  }

  @Test
  void tokenReachesTheServicesThatWriteAndNoOther() {
    var variables = Map.of("GISTMILL_API_TOKEN", "secret");

    List<String> holders =
        Compose.read(variables)
            .ours()
            .filter(service -> service.environment().containsValue("secret"))
            .map(Compose.Service::name)
            .toList();

    assertThat(holders).containsExactlyInAnyOrder("producer", "gateway");
  }

  @Test
  void linksThatOneServiceSignsAreOpenedByTheOther() {
    var variables = Map.of("GISTMILL_URL", "https://digests.example.org");
    List<Compose.Service> both =
        List.of(
            Compose.read(variables).service("digest"), Compose.read(variables).service("gateway"));

    assertThat(both)
        .allSatisfy(
            service -> {
              GistmillConfig.Links links = Settings.read(environment(service, variables)).links();
              assertThat(links.url()).hasToString("https://digests.example.org");
              assertThat(service.list("volumes")).contains("keys:" + links.keyFile().getParent());
            });
  }

  @Test
  void gatewayShowsTheMailsThatTheDigestServiceWrites() {
    List<Compose.Service> both = List.of(COMPOSE.service("digest"), COMPOSE.service("gateway"));

    assertThat(both)
        .allSatisfy(
            service -> {
              String folder = Settings.read(environment(service, Map.of())).mails().toString();
              assertThat(service.list("volumes"))
                  .anyMatch(volume -> volume.startsWith("mails:" + folder));
            });
  }

  @Test
  void classifiersAndDigestsCanBeScaled() {
    List<Compose.Service> many = List.of(COMPOSE.service("classifier"), COMPOSE.service("digest"));

    assertThat(many)
        .allSatisfy(
            service -> {
              assertThat(service.list("ports")).isEmpty();
              // A volume without a name: each instance gets its own.
              assertThat(service.list("volumes")).contains("/data");
            });
  }

  @Test
  void brokerAnswersUnderTheNameThatServicesUse() {
    Map<String, String> kafka = COMPOSE.service("kafka").environment();

    assertThat(kafka.get("KAFKA_ADVERTISED_LISTENERS")).isEqualTo("INSIDE://kafka:9092");
    assertThat(kafka.get("KAFKA_LISTENERS")).contains("INSIDE://:9092");
    assertThat(COMPOSE.service("kafka").list("volumes"))
        .containsExactly("kafka:" + kafka.get("KAFKA_LOG_DIRS"));
  }

  /// With the variables of the image beneath, as a container has them.
  private static Map<String, String> environment(
      Compose.Service service, Map<String, String> variables) {
    var all = new TreeMap<>(Dockerfile.read().environment());
    all.putAll(Compose.read(variables).service(service.name()).environment());
    return all;
  }

  private static Set<String> variables() {
    return new TreeSet<>(
        VARIABLE
            .matcher(DeployFiles.read(Compose.FILE))
            .results()
            .map(use -> use.group(1))
            .toList());
  }

  private static List<Error> mistakes(JsonNode compose) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ComposeTest.class.getResourceAsStream("compose-spec.json"))) {
      ObjectNode schema = (ObjectNode) Json.MAPPER.readTree(in);
      // It names its dialect by an address that is not the dialect's own.
      schema.remove(List.of("$schema", "$id"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(schema)
          .validate(compose);
    }
  }
}
