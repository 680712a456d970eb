package io.gistmill.runtime.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A part of Gistmill that runs until it is told to end: a topology, a poller, a server. Whoever
/// made it has started it.
public interface Service extends AutoCloseable {

  /// Lower-case letters and dashes; unique in the process.
  String name();

  /// Completed when the service has ended: with its cause when it died, normally when it was
  /// closed.
  CompletableFuture<Void> stopped();

  /// What keeps it from doing its work at this moment, for people; empty when it is ready. Asked
  /// often, from any thread, and answers at once.
  List<String> hindrances();

  /// Ends it within a bounded time; again does nothing.
  @Override
  void close();
}
