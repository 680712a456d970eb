package io.gistmill.producer.source;

import io.gistmill.domain.SourceDefinition;

/// One kind of live source, such as `feed`. Whoever writes one can rely on this:
///
/// 1. One object serves the whole process, from many threads.
/// 2. [#normal] is asked before anything else and must not use the network. Addresses that mean the
///    same become one text, since the id of a source is derived from it.
/// 3. [#check] is asked while somebody waits for the answer. It changes nothing.
/// 4. [#open] is asked once for each definition that this process comes to own, with an address
///    that [#normal] or [#check] gave. It must not use the network.
public interface SourceType {

  /// Lower-case letters and dashes; stands on the log.
  String name();

  /// @throws IllegalArgumentException with words for whoever typed it
  String normal(String typed);

  /// Reads the source once and tells what would come.
  ///
  /// @param address from [#normal]
  SourceCheck check(String address) throws InterruptedException;

  Source open(SourceDefinition definition);
}
