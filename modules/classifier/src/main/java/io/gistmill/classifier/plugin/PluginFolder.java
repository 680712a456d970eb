package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.ClassifierEngine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds plug-ins: each is a folder `<plugins>/<name>/` with jars, or with a `classifier.yml`.
///
/// Whatever is wrong with one is told and stops none of the others: not even code that runs when
/// its classes are loaded and does not return.
public final class PluginFolder {

  /// For all classes of one plug-in together.
  private static final Duration LOAD_WITHIN = Duration.ofSeconds(20);

  private final SortedMap<String, ClassifierEngine> engines = new TreeMap<>();
  private final ClassLoader shared;
  private final Duration loadWithin;

  /// @param engines for plug-ins of settings alone
  /// @param shared where the packages come from that plug-ins share with Gistmill
  public PluginFolder(List<ClassifierEngine> engines, ClassLoader shared) {
    this(engines, shared, LOAD_WITHIN);
  }

  PluginFolder(List<ClassifierEngine> engines, ClassLoader shared, Duration loadWithin) {
    engines.forEach(engine -> this.engines.put(engine.kind(), engine));
    this.shared = shared;
    this.loadWithin = loadWithin;
  }

  /// All plug-ins of a folder by name, also those that cannot be used; none where there is no such
  /// folder. Names that begin with a dot and loose files other than jars are nobody's plug-ins.
  public List<FoundPlugin> scan(Path plugins) {
    if (!Files.exists(plugins)) {
      return List.of();
    }
    var found = new ArrayList<FoundPlugin>();
    try {
      for (Path entry : entries(plugins)) {
        if (Files.isDirectory(entry)) {
          found.add(open(entry));
        } else if (isJar(entry)) {
          found.add(FoundPlugin.broken(entry, loose(plugins, entry)));
        }
      }
    } catch (IOException e) {
      found.add(FoundPlugin.broken(plugins, unreadable(e)));
    }
    return found;
  }

  private static String loose(Path plugins, Path jar) {
    String name = FoundPlugin.nameOf(jar).replaceFirst("(?i)\\.jar$", "");
    return "it lies beside the folders of plug-ins; move it to "
        + plugins.resolve(name).resolve(jar.getFileName());
  }

  /// One plug-in.
  ///
  /// @param plugin its folder, or a jar that is all there is of it
  public FoundPlugin open(Path plugin) {
    return switch (Limited.call("load " + plugin, loadWithin, () -> load(plugin))) {
      case Limited.Result.Done<FoundPlugin>(FoundPlugin found) -> found;
      case Limited.Result.Thrown<FoundPlugin>(Throwable cause) ->
          FoundPlugin.broken(plugin, Advice.on(cause));
      case Limited.Result.TooLate<FoundPlugin>(Duration limit) ->
          FoundPlugin.broken(
              plugin,
              "its classes were not loaded within "
                  + limit.toMillis()
                  + " ms; do slow work in create(), and nothing that can hang in constructors or"
                  + " static initialisers");
    };
  }

  private FoundPlugin load(Path plugin) {
    if (!Files.isDirectory(plugin)) {
      return JarPlugin.load(plugin, List.of(plugin), shared);
    }
    List<Path> entries;
    try {
      entries = entries(plugin);
    } catch (IOException e) {
      return FoundPlugin.broken(plugin, unreadable(e));
    }
    List<Path> jars = entries.stream().filter(PluginFolder::isJar).toList();
    boolean settings = Files.exists(plugin.resolve(SettingsPlugin.FILE));
    if (jars.isEmpty()) {
      return settings
          ? SettingsPlugin.load(plugin, engines)
          : FoundPlugin.broken(
              plugin,
              "the folder holds neither jars nor a "
                  + SettingsPlugin.FILE
                  + "; put the plug-in's jars there, or take the folder away");
    }
    return settings
        ? FoundPlugin.broken(
            plugin,
            "the folder holds jars and a "
                + SettingsPlugin.FILE
                + ", and only one of them can be meant; take the other away")
        : JarPlugin.load(plugin, jars, shared);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !FoundPlugin.nameOf(entry).startsWith(".")).sorted().toList();
    }
  }

  private static boolean isJar(Path entry) {
    return FoundPlugin.nameOf(entry).toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  private static String unreadable(IOException e) {
    return e instanceof AccessDeniedException
        ? "it cannot be read; give the user of Gistmill the right to read it"
        : "it cannot be read as a folder (" + e + "); name a folder that holds plug-ins";
  }
}
