package io.gistmill.runtime.service;

import java.util.List;
import java.util.SortedMap;

/// How the services of a process fare, as seen from outside. Answers at once, on any thread.
public interface Health {

  /// False once a service has died: the process is about to end.
  boolean alive();

  /// What keeps each service from its work, by its name; a service that is ready has no hindrances
  /// but stands in the map too.
  SortedMap<String, List<String>> services();

  /// True when nothing keeps any service from its work.
  default boolean ready() {
    return alive() && services().values().stream().allMatch(List::isEmpty);
  }
}
