package io.gistmill.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a name.
@FunctionalInterface
public interface NameResolver {

  /// @throws UnknownHostException when there is none
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /// Asks the machine's own resolver.
  static NameResolver ofTheMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
