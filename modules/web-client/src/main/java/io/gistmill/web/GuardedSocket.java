package io.gistmill.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;

/// The last gate: whatever was decided before about names, nothing is connected to but what the
/// guard allows.
final class GuardedSocket extends Socket {

  private final AddressGuard guard;

  GuardedSocket(AddressGuard guard) {
    this.guard = guard;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress peer) || peer.isUnresolved()) {
      throw new RefusedAddressException(
          String.valueOf(endpoint), "only resolved internet addresses are connected to");
    }
    Optional<String> refusal = guard.refusal(peer.getAddress());
    if (refusal.isPresent()) {
      throw new RefusedAddressException(peer.getAddress().getHostAddress(), refusal.get());
    }
    super.connect(endpoint, timeout);
  }
}
