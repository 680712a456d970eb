package io.gistmill.embeddedkafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// Finds out before the broker starts whether a folder can be its own: the broker itself would
/// format what is foreign, or take what it no longer knows for rubbish.
final class FolderCheck {

  /// Every folder of this module's brokers carries this cluster id.
  static final String CLUSTER = "Z2lzdG1pbGwtYnJva2VyMQ";

  private static final String META = "meta.properties";
  private static final String METADATA_LOG = "__cluster_metadata-0";
  private static final List<String> LEFT_BY_A_BROKEN_FIRST_START =
      List.of(FolderLock.FILE, "bootstrap.checkpoint", "bootstrap.checkpoint.tmp", META + ".tmp");

  private FolderCheck() {}

  static void check(Path folder) {
    Path meta = folder.resolve(META);
    List<String> names = names(folder);
    if (names.contains(META)) {
      checkMeta(folder, meta);
      checkMetadataLog(folder, names);
    } else if (!LEFT_BY_A_BROKEN_FIRST_START.containsAll(names)) {
      throw new BrokerFolderException(
          folder,
          "it holds files but no " + META + ", so they are not a broker's or it was lost",
          "name an empty folder, or restore this one from a copy");
    }
  }

  private static void checkMeta(Path folder, Path meta) {
    Properties found = read(folder, meta);
    expect(folder, found, "version", "1");
    expect(folder, found, "cluster.id", CLUSTER);
    expect(folder, found, "node.id", Integer.toString(BrokerSettings.NODE));
    if (found.getProperty("directory.id") == null) {
      throw damaged(folder, "has no directory.id");
    }
  }

  private static Properties read(Path folder, Path meta) {
    var found = new Properties();
    try (Reader reader = Files.newBufferedReader(meta, StandardCharsets.UTF_8)) {
      found.load(reader);
      return found;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(folder, "cannot be read (" + Causes.root(e) + ")");
    }
  }

  private static void expect(Path folder, Properties found, String key, String wanted) {
    String value = found.getProperty(key);
    if (value == null) {
      throw damaged(folder, "has no " + key);
    }
    if (!value.equals(wanted)) {
      throw new BrokerFolderException(
          folder,
          "its "
              + META
              + " says "
              + key
              + "="
              + value
              + ", not "
              + wanted
              + ": it belongs to another broker",
          "name another folder");
    }
  }

  private static void checkMetadataLog(Path folder, List<String> names) {
    boolean anyPartition =
        names.stream()
            .map(folder::resolve)
            .anyMatch(path -> Files.isDirectory(path) && !path.endsWith(METADATA_LOG));
    if (names.contains(METADATA_LOG)) {
      checkMetadataLog(folder, folder.resolve(METADATA_LOG));
    } else if (anyPartition) {
      throw topicsLost(folder, "is gone");
    }
  }

  private static void checkMetadataLog(Path folder, Path log) {
    boolean damaged;
    try {
      damaged = new MetadataLogCheck(log).lostAPart();
    } catch (IOException | RuntimeException e) {
      throw topicsLost(folder, "cannot be read (" + Causes.root(e) + ")");
    }
    if (damaged) {
      throw topicsLost(folder, "is damaged");
    }
  }

  private static BrokerFolderException topicsLost(Path folder, String how) {
    return new BrokerFolderException(
        folder,
        METADATA_LOG + " " + how + ", and with it the list of topics",
        "restore the folder from a copy, or move it away to begin with an empty one");
  }

  private static BrokerFolderException damaged(Path folder, String what) {
    return new BrokerFolderException(
        folder,
        "its " + META + " " + what,
        "restore that file from a copy, or move the folder away to begin with an empty one");
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new BrokerFolderException(
          folder,
          "it cannot be listed (" + Causes.root(e) + ")",
          "give this user the right to read it, or name another folder",
          e);
    }
  }
}
