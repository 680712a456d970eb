package io.gistmill.embeddedkafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The broker as a process of its own: `BrokerMain FOLDER ADDRESS-FILE [PORT]`.
///
/// Once it serves, its address stands in the file and in one line `ready HOST:PORT` on standard
/// output. SIGTERM stops it in order. Status 1: it could not start or failed, with the reason on
/// standard error; status 2: it was called wrongly.
public final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length < 2 || args.length > 3 || (args.length == 3 && !args[2].matches("\\d{1,5}"))) {
      System.err.println("usage: BrokerMain FOLDER ADDRESS-FILE [PORT]");
      System.exit(2);
    }
    try {
      int port = args.length == 3 ? Integer.parseInt(args[2]) : 0;
      serve(Path.of(args[0]), Path.of(args[1]), BrokerOptions.DEFAULT.withPort(port));
    } catch (IOException | RuntimeException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /// Returns only by an exception: the process ends by SIGTERM or with the broker.
  private static void serve(Path folder, Path addressFile, BrokerOptions options)
      throws IOException, InterruptedException {
    BlockingQueue<BrokerException> failures = new ArrayBlockingQueue<>(1);
    try (KafkaBroker broker = EmbeddedKafka.start(folder, options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
      broker.onFailure(failures::offer);
      publish(addressFile, broker.bootstrapServers());
      System.out.println("ready " + broker.bootstrapServers());
      throw failures.take();
    }
  }

  private static void publish(Path file, String address) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(whole, address);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
