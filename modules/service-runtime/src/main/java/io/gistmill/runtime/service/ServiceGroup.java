package io.gistmill.runtime.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The services of a process: started one after the other, and ended together.
///
/// The first service that dies ends the group: its cause is logged, once, and [#awaitEnd] returns.
/// [#close] ends the services in reverse order of start and takes a bounded time as a whole. Safe
/// for several threads: one may add while another closes.
public final class ServiceGroup implements Health, AutoCloseable {

  public static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(ServiceGroup.class);

  private final Duration closeWithin;
  private final List<Service> services = new ArrayList<>();
  private final Set<String> awaited = new TreeSet<>();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private boolean closing;

  public ServiceGroup() {
    this(CLOSE_WITHIN);
  }

  /// @param closeWithin how long [#close] may take for all services together
  public ServiceGroup(Duration closeWithin) {
    this.closeWithin = closeWithin;
  }

  /// Names services that are to come: until they are added, the group is not ready.
  public synchronized void expect(String... names) {
    awaited.addAll(List.of(names));
  }

  /// Takes a service that runs already.
  ///
  /// @return the service
  /// @throws IllegalStateException when the group is closing; the service has then been closed
  public <S extends Service> S add(S service) {
    if (!taken(service)) {
      service.close();
      throw new IllegalStateException(service.name() + " came too late: the process is ending");
    }
    LOG.info("service added service={}", service.name());
    var _ = service.stopped().whenComplete((_, cause) -> onStopped(service, cause));
    return service;
  }

  private synchronized boolean taken(Service service) {
    if (closing) {
      return false;
    }
    if (services.stream().anyMatch(other -> other.name().equals(service.name()))) {
      throw new IllegalArgumentException("there is a service " + service.name() + " already");
    }
    services.add(service);
    awaited.remove(service.name());
    return true;
  }

  private void onStopped(Service service, @Nullable Throwable failure) {
    if (failure == null && isClosing()) {
      return;
    }
    Throwable cause =
        failure == null
            ? new IllegalStateException(service.name() + " has ended by itself")
            : unwrapped(failure);
    if (end.complete(new End.Died(service.name(), cause))) {
      LOG.error("service died service={}", service.name(), cause);
    } else {
      LOG.warn("service died too service={} cause={}", service.name(), cause.toString());
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  /// Waits until somebody calls [#stop] or [#close], or the first service dies.
  public End awaitEnd() throws InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an end never fails", e);
    }
  }

  /// Lets [#awaitEnd] return; closes nothing.
  public void stop() {
    end.complete(new End.Stopped());
  }

  public synchronized List<Service> running() {
    return List.copyOf(services);
  }

  @Override
  public boolean alive() {
    return !(end.getNow(new End.Stopped()) instanceof End.Died);
  }

  @Override
  public SortedMap<String, List<String>> services() {
    SortedMap<String, List<String>> all = new TreeMap<>();
    List<Service> running;
    synchronized (this) {
      awaited.forEach(name -> all.put(name, List.of("has not started yet")));
      running = List.copyOf(services);
    }
    running.forEach(service -> all.put(service.name(), hindrances(service)));
    return all;
  }

  private static List<String> hindrances(Service service) {
    return service.stopped().isDone() ? List.of("has ended") : service.hindrances();
  }

  /// Ends all services; a second call waits for the first one.
  ///
  /// Each has its share of the time. One that takes longer goes on ending while the next is asked
  /// to end, and is named in the log when it has not ended when the time is over.
  @Override
  public void close() {
    List<Service> last = takenOut();
    stop();
    if (last == null) {
      Closing.await(closed, closeWithin);
    } else {
      new Closing(closeWithin).close(last);
      closed.complete(null);
    }
  }

  /// The services in the order in which they are to end; null when they are ending already.
  private synchronized @Nullable List<Service> takenOut() {
    if (closing) {
      return null;
    }
    closing = true;
    return List.copyOf(services).reversed();
  }
}
