package io.gistmill.embeddedkafka;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server$;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/// Kafka's broker and controller, put together as its own server does it, but with fault handlers
/// that hand over the cause instead of ending the process.
final class CombinedServer {

  private static final Logger LOG = LoggerFactory.getLogger(CombinedServer.class);

  private final Metrics metrics;
  private final ControllerServer controller;
  private final BrokerServer broker;

  /// @param fatal takes what went wrong, and why, on a thread of the server
  CombinedServer(BrokerSettings settings, BiConsumer<String, Throwable> fatal) {
    KafkaConfig config = KafkaConfig.fromProps(settings.values(), false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folder =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    metrics = Server$.MODULE$.initializeMetrics(config, Time.SYSTEM, FolderCheck.CLUSTER);
    var self =
        new InetSocketAddress(
            InetAddress.ofLiteral(BrokerSettings.HOST), settings.controllerPort());
    var shared =
        new SharedServer(
            config,
            folder._1(),
            Time.SYSTEM,
            metrics,
            CompletableFuture.completedFuture(Map.of(BrokerSettings.NODE, self)),
            List.of(),
            faultHandlers(fatal),
            ServerSocketFactory.INSTANCE);
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folder._2());
  }

  void startup() {
    controller.startup();
    broker.startup();
  }

  /// A part whose own start failed has shut itself down already.
  void shutdown() {
    broker.shutdown();
    controller.shutdown();
    metrics.close();
  }

  private static FaultHandlerFactory faultHandlers(BiConsumer<String, Throwable> fatal) {
    return (name, isFatal, action) ->
        (message, cause) -> {
          LOG.error("broker fault in {}: {}", name, message, cause);
          action.run();
          if (isFatal) {
            fatal.accept(message, cause);
          }
          return new FaultHandlerException(message, cause);
        };
  }
}
