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
  private ChildJvm jvm;
  private String address;

  private BrokerProcess(Path folder) {
    this.folder = folder;
    this.jvm = program().start(output());
    this.address = jvm.awaitReady();
  }

  /// Starts a broker and returns when it serves.
  ///
  /// @param folder takes the broker's data in `broker` and its output in `broker.log`
  public static BrokerProcess start(Path folder) {
    return new BrokerProcess(folder);
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

  private JavaProgram program(String... port) {
    var arguments = new ArrayList<String>();
    arguments.add(data().toString());
    arguments.add(folder.resolve("broker.address").toString());
    arguments.addAll(List.of(port));
    return JavaProgram.of(BrokerMain.class, arguments.toArray(String[]::new))
        .withHeap(HEAP_MEGABYTES);
  }

  private Path output() {
    return folder.resolve("broker.log");
  }
}
