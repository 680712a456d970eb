package io.gistmill.gateway.log;

/// Hears of tagged posts as they are read, before they are in the copy. Called by one thread.
public interface Listener {

  /// Reading begins, or begins anew.
  ///
  /// @param from the first entries that will come
  /// @param now where the log ended at this moment; whatever lies before is history
  void begin(Positions from, Positions now);

  void accept(Entry.OfTagged entry);
}
