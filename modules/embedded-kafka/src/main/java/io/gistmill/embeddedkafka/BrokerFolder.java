package io.gistmill.embeddedkafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/// The folder of a broker, checked and locked for it.
final class BrokerFolder implements AutoCloseable {

  private final Path path;
  private final FolderLock lock;

  private BrokerFolder(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Takes the folder for one broker and, if it is empty, makes it a broker's.
  static BrokerFolder open(Path folder) {
    Path real = made(folder.toAbsolutePath().normalize());
    FolderLock lock = FolderLock.take(real);
    try {
      FolderCheck.check(real);
      var opened = new BrokerFolder(real, lock);
      opened.format();
      return opened;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  private void format() {
    try (var silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setNodeId(BrokerSettings.NODE)
          .setClusterId(FolderCheck.CLUSTER)
          .setDirectories(List.of(path.toString()))
          .setMetadataLogDirectory(path.toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(true)
          .setHasDynamicQuorum(false)
          .run();
    } catch (Exception e) {
      throw damaged(e);
    }
  }

  BrokerFolderException damaged(Throwable cause) {
    return new BrokerFolderException(
        path,
        "its files look damaged (" + Causes.root(cause) + ")",
        "restore the folder from a copy, or move it away to begin with an empty one",
        cause);
  }

  @Override
  public void close() {
    lock.close();
  }

  private static Path made(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BrokerFolderException(
          folder, "it is a file", "move it away or name another folder");
    }
    try {
      return Files.createDirectories(folder).toRealPath();
    } catch (IOException e) {
      throw new BrokerFolderException(
          folder,
          "it cannot be created (" + Causes.root(e) + ")",
          "make its parent a folder that you may write to, or name another folder",
          e);
    }
  }
}
