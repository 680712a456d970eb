package io.gistmill.embeddedkafka;

import java.nio.file.Path;

/// Starts a single Kafka broker, controller included, inside this process.
///
/// Everything lies in one folder: a later start on the same folder finds all topics, records and
/// offsets again. It listens on 127.0.0.1 only. A broker that fails never ends the process; see
/// [KafkaBroker#onFailure].
public final class EmbeddedKafka {

  private EmbeddedKafka() {}

  public static KafkaBroker start(Path folder) {
    return start(folder, BrokerOptions.DEFAULT);
  }

  /// Starts a broker and returns when it serves.
  ///
  /// @throws BrokerFolderException when the folder is in use, damaged, foreign or out of reach
  /// @throws BrokerException when the port is taken, a setting is wrong, or the start takes longer
  ///   than a minute
  public static KafkaBroker start(Path folder, BrokerOptions options) {
    return RunningBroker.start(BrokerFolder.open(folder), options);
  }
}
