package io.gistmill.embeddedkafka;

import java.util.Optional;
import java.util.function.Consumer;

/// A broker that runs in this process. Safe for all threads.
public interface KafkaBroker extends AutoCloseable {

  /// Host and port for clients on this machine; another start may give another port.
  String bootstrapServers();

  /// Why the broker stopped by itself; empty while it runs and after an orderly [#close].
  Optional<BrokerException> failure();

  /// Tells once why the broker stopped by itself, on a thread of the broker or, if it has stopped
  /// already, at once on the caller's. The listener must not block.
  void onFailure(Consumer<BrokerException> listener);

  /// Stops in order and frees the folder. Once is enough, more often does no harm. When the broker
  /// does not end within 30 seconds this returns, says so in the log, and the folder stays locked.
  @Override
  void close();
}
