package io.gistmill.gateway.subscribe;

import java.util.Optional;

/// Tells whether a filter can be understood, before it is stored.
@FunctionalInterface
public interface FilterCheck {

  /// For a Gistmill that knows no filters.
  FilterCheck NONE = _ -> Optional.of("Filters are not available here; leave the field empty.");

  /// @param filter not empty
  /// @return what is wrong with it and how to mend it; empty when nothing is
  Optional<String> complaint(String filter);
}
