package io.gistmill.testsupport.process;

import io.gistmill.embeddedkafka.BrokerMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The broker in a JVM of its own, which can be killed and started again on the same folder and,
/// since clients keep the address, on the same port.
public final class BrokerProcess implements AutoCloseable {

  private static final int HEAP_MEGABYTES = 256;

  private final Path folder;
  private final List<String> settings;
  private ChildJvm jvm;
  private String address;

  private BrokerProcess(Path folder, List<String> settings) {
    this.folder = folder;
    this.settings = settings;
    this.jvm = program("0").start(output());
    this.address = jvm.awaitReady();
  }

  /// Starts a broker and returns when it serves.
  ///
  /// @param folder takes the broker's data in `broker` and its output in `broker.log`
  public static BrokerProcess start(Path folder) {
    return new BrokerProcess(folder, List.of());
  }

  /// As [#start(Path)], with settings of Kafka's own.
  ///
  /// @param settings such as `group.min.session.timeout.ms=1000`
  public static BrokerProcess start(Path folder, String... settings) {
    return new BrokerProcess(folder, List.of(settings));
  }

  /// Stays the same over restarts.
  public String bootstrapServers() {
    return address;
  }

  public Path data() {
    return folder.resolve("broker");
  }

  public ChildJvm jvm() {
    return jvm;
  }

  public void kill() {
    jvm.kill();
  }

  /// Ends it in order.
  public void stop() {
    jvm.stop();
  }

  /// Starts it again after [#kill] or [#stop]; returns when it serves.
  public void restart() {
    String port = address.substring(address.lastIndexOf(':') + 1);
    jvm = program(port).start(output());
    address = jvm.awaitReady();
  }

  @Override
  public void close() {
    jvm.close();
  }

  private JavaProgram program(String port) {
    var arguments = new ArrayList<String>();
    arguments.add(data().toString());
    arguments.add(folder.resolve("broker.address").toString());
    arguments.add(port);
    arguments.addAll(settings);
    return JavaProgram.of(BrokerMain.class, arguments.toArray(String[]::new))
        .withHeap(HEAP_MEGABYTES);
  }

  private Path output() {
    return folder.resolve("broker.log");
  }
}
