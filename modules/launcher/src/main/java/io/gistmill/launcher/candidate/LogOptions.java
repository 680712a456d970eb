package io.gistmill.launcher.candidate;

import io.gistmill.contracts.Topics;
import io.gistmill.launcher.config.ConfigOptions;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.config.GistmillConfig.Defaults;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.util.Map;
import picocli.CommandLine.Mixin;

/// Whose log a command reads: that of the cluster in the configuration, else that of the Gistmill
/// which runs on this machine with a broker of its own.
public final class LogOptions {

  @Mixin private ConfigOptions options = new ConfigOptions();

  /// @param connection to the cluster
  /// @param topics that Gistmill has there
  public record Log(KafkaConnection connection, Topics topics) {}

  /// @param environment of the process
  /// @throws UsageException when nothing says where the broker is, with the mend
  public Log log(Map<String, String> environment) {
    GistmillConfig config = GistmillConfig.read(options.sources(environment), Defaults.STANDARD);
    GistmillConfig.Kafka kafka = config.kafka();
    if (kafka.bootstrap().isEmpty() && kafka.port() == 0) {
      throw new UsageException(
          "broker.port is 0, so nobody knows where the broker is; name it with --set"
              + " kafka.bootstrap=HOST:PORT");
    }
    String servers = kafka.bootstrap().orElse("127.0.0.1:" + kafka.port());
    GistmillConfig.Layout layout = config.layout();
    return new Log(
        new KafkaConnection(servers, kafka.properties()),
        new Topics(layout.prefix(), layout.partitions(), layout.subscribers()));
  }
}
