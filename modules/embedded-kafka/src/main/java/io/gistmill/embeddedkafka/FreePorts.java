package io.gistmill.embeddedkafka;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Ports that nobody listens on.
///
/// They lie below those that Linux gives to outgoing connections: while a broker is down, a client
/// that keeps trying could otherwise be given the very port it tries, connect to itself and hold
/// it.
final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int COUNT = 12_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 31 % COUNT));

  private FreePorts() {}

  /// Another process may still take the port before it is used.
  static int next() {
    for (int tries = 0; tries < COUNT; tries++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new BrokerException("no port from " + FIRST + " on is free; end what listens there");
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(BrokerSettings.HOST), port));
      return true;
    } catch (BindException taken) {
      return false;
    } catch (IOException e) {
      throw new BrokerException("no port can be had (" + Causes.root(e) + ")", e);
    }
  }
}
