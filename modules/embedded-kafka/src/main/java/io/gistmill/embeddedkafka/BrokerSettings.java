package io.gistmill.embeddedkafka;

import java.nio.file.Path;
import java.util.Properties;

/// The settings of a single broker that shares its machine and its memory with others.
///
/// @param values by Kafka's names
record BrokerSettings(Properties values, int controllerPort) {

  static final int NODE = 1;
  static final String HOST = "127.0.0.1";
  static final String CONTROLLER = "CONTROLLER";

  static BrokerSettings of(Path folder, int port, int controllerPort, BrokerOptions options) {
    var settings = new Properties();
    node(settings, folder, port, controllerPort);
    alone(settings);
    small(settings);
    quick(settings);
    settings.put("auto.create.topics.enable", "false");
    settings.put("message.max.bytes", Integer.toString(2 * 1024 * 1024));
    settings.putAll(options.settings());
    return new BrokerSettings(settings, controllerPort);
  }

  private static void node(Properties settings, Path folder, int port, int controllerPort) {
    String broker = "PLAINTEXT://" + HOST + ":" + port;
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("log.dirs", folder.toString());
    settings.put("listeners", broker + "," + CONTROLLER + "://" + HOST + ":" + controllerPort);
    settings.put("advertised.listeners", broker);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
  }

  private static void alone(Properties settings) {
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
  }

  private static void small(Properties settings) {
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.threads", "1");
    // Lies on the heap for as long as the broker lives; Kafka's own choice is 128 MiB.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    // Two such files are mapped for every partition.
    settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
  }

  private static void quick(Properties settings) {
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.min.session.timeout.ms", "1000");
    settings.put("broker.heartbeat.interval.ms", "500");
    // A broker that starts again after a kill is let in only once its former self has timed out.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    settings.put("server.max.startup.time.ms", Long.toString(RunningBroker.START_LIMIT.toMillis()));
  }
}
