package io.gistmill.benchmarks.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gistmill.testsupport.peer.MailSink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Receivers in a JVM of their own: a mail server and a web server that take everything.
public final class SinkProcess {

  private SinkProcess() {}

  /// Prints `ready`, the port for mails and the port for posts.
  public static void main(String[] arguments) throws IOException {
    try (var mails = new MailSink()) {
      // On every address of this machine's own network: each is a destination of its own.
      HttpServer hooks = HttpServer.create(new InetSocketAddress(0), 1_000);
      hooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      hooks.createContext("/hook", SinkProcess::take);
      hooks.createContext("/hang", exchange -> new CompletableFuture<Void>().join());
      hooks.start();
      System.out.println("ready " + mails.port() + " " + hooks.getAddress().getPort());
      new CompletableFuture<Void>().join();
    }
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(204, -1);
    }
  }
}
