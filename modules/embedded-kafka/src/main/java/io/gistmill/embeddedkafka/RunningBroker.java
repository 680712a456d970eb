package io.gistmill.embeddedkafka;

import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A broker, the folder that it owns, and what became of it.
final class RunningBroker implements KafkaBroker {

  static final Duration START_LIMIT = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(RunningBroker.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final int PORT_TRIES = 3;

  private final BrokerFolder folder;
  private volatile int port;
  private final BoundedServer server = new BoundedServer(this::failed);
  private final CompletableFuture<BrokerException> failure = new CompletableFuture<>();
  private volatile boolean closing;
  private boolean closed;

  private RunningBroker(BrokerFolder folder) {
    this.folder = folder;
  }

  /// Owns the folder from here on: frees it at the latest when the start fails. Tries again where a
  /// port was taken in between, for beside a wanted one there is always one of its own choice.
  static RunningBroker start(BrokerFolder folder, BrokerOptions options) {
    for (int attempt = 1; ; attempt++) {
      var broker = new RunningBroker(folder);
      try {
        broker.start(options);
        return broker;
      } catch (PortTakenException e) {
        if (!broker.stop() || attempt == PORT_TRIES) {
          broker.close();
          throw e;
        }
      } catch (BrokerException e) {
        broker.close();
        throw e;
      }
    }
  }

  private void start(BrokerOptions options) {
    port = options.port() == 0 ? FreePorts.next() : options.port();
    if (options.port() != 0 && !FreePorts.isFree(port)) {
      throw new PortTakenException(bootstrapServers(), null);
    }
    try {
      server.start(BrokerSettings.of(folder.path(), port, FreePorts.next(), options), START_LIMIT);
    } catch (ExecutionException e) {
      throw explained(e);
    } catch (TimeoutException e) {
      throw new BrokerException(
          "the broker did not start within " + START_LIMIT + "; its log says what it waits for", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("the start of the broker was interrupted", e);
    }
  }

  private BrokerException explained(Throwable cause) {
    if (Causes.find(cause, BindException.class).isPresent()) {
      return new PortTakenException(bootstrapServers(), cause);
    }
    if (Causes.find(cause, ConfigException.class).isPresent()) {
      return new BrokerException("correct the broker's settings: " + Causes.root(cause), cause);
    }
    return folder.damaged(cause);
  }

  @Override
  public String bootstrapServers() {
    return BrokerSettings.HOST + ":" + port;
  }

  @Override
  public Optional<BrokerException> failure() {
    return Optional.ofNullable(failure.getNow(null));
  }

  @Override
  public void onFailure(Consumer<BrokerException> listener) {
    var _ = failure.thenAccept(listener);
  }

  /// A broker that wanted to end at once must not go on serving: it is stopped, though not by its
  /// own thread, for which the stop would wait.
  private void failed(BrokerException cause) {
    if (!closing && failure.complete(cause)) {
      Thread.ofPlatform().daemon().name("broker-failed").start(this::close);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = stop();
    if (closed) {
      folder.close();
    } else {
      LOG.error("folder stays locked until this process ends, folder={}", folder.path());
    }
  }

  private boolean stop() {
    closing = true;
    return server.stop(STOP_LIMIT);
  }
}
