package io.gistmill.web;

import java.net.InetAddress;
import java.util.Optional;

/// Decides which machines may be connected to. Asked with the very address of each connection, not
/// with a name that could mean another machine a moment later.
@FunctionalInterface
public interface AddressGuard {

  /// Why not to connect; empty when it may be.
  Optional<String> refusal(InetAddress address);

  /// The public internet alone.
  static AddressGuard publicOnly() {
    return address -> AddressRanges.reservation(address).map(Reservation::words);
  }

  /// The operator's own networks and machine too. Addresses that serve a cloud's secrets and
  /// addresses that no web server has stay closed.
  static AddressGuard withPrivate() {
    return address ->
        AddressRanges.reservation(address)
            .filter(reservation -> !reservation.isPrivate())
            .map(Reservation::words);
  }
}
