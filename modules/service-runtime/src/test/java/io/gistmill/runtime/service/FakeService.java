package io.gistmill.runtime.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Writes down when it is closed; can die, be hindered, or refuse to end.
final class FakeService implements Service {

  private final String name;
  private final List<String> closed;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final List<String> hindrances = new ArrayList<>();
  private CompletableFuture<Void> mayEnd = CompletableFuture.completedFuture(null);

  FakeService(String name, List<String> closed) {
    this.name = name;
    this.closed = closed;
  }

  FakeService thatEndsOn(CompletableFuture<Void> signal) {
    mayEnd = signal;
    return this;
  }

  FakeService hinderedBy(String hindrance) {
    hindrances.add(hindrance);
    return this;
  }

  void die(Throwable cause) {
    stopped.completeExceptionally(cause);
  }

  void end() {
    stopped.complete(null);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public List<String> hindrances() {
    return hindrances;
  }

  @Override
  public void close() {
    closed.add(name);
    mayEnd.join();
    stopped.complete(null);
  }
}
