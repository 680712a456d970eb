package io.gistmill.embeddedkafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;

/// The broker as a process of its own: `BrokerMain FOLDER ADDRESS-FILE [PORT [SETTING=VALUE]...]`,
/// with port 0 for any, and settings by Kafka's names.
///
/// Once it serves, its address stands in the file and in one line `ready HOST:PORT` on standard
/// output. SIGTERM stops it in order. Status 1: it could not start or failed, with the reason on
/// standard error; status 2: it was called wrongly.
public final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] args) throws InterruptedException {
    if (!areFit(args)) {
      System.err.println("usage: BrokerMain FOLDER ADDRESS-FILE [PORT [SETTING=VALUE]...]");
      System.exit(2);
    }
    try {
      serve(Path.of(args[0]), Path.of(args[1]), options(args));
    } catch (IOException | RuntimeException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static boolean areFit(String[] args) {
    return args.length >= 2
        && (args.length == 2 || args[2].matches("\\d{1,5}"))
        && Stream.of(args).skip(3).allMatch(setting -> setting.indexOf('=') > 0);
  }

  private static BrokerOptions options(String[] args) {
    var options =
        args.length == 2
            ? BrokerOptions.DEFAULT
            : BrokerOptions.DEFAULT.withPort(Integer.parseInt(args[2]));
    for (int i = 3; i < args.length; i++) {
      int sign = args[i].indexOf('=');
      options = options.with(args[i].substring(0, sign), args[i].substring(sign + 1));
    }
    return options;
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
