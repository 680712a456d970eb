package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.ClassifierFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/// A plug-in of jars. Its factories are those that service files in its own jars name.
final class JarPlugin {

  private static final String SERVICE = "META-INF/services/" + ClassifierFactory.class.getName();

  /// A service file whose every line is broken must not keep the search going for ever.
  private static final int MAX_PROBLEMS = 100;

  private final Path folder;
  private final PluginContext context;
  private final List<ClassifierFactory> factories = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private JarPlugin(Path folder, ClassLoader loader) {
    this.folder = folder;
    this.context = new PluginContext(loader);
  }

  /// Runs the plug-in's code: on a thread that may be left behind.
  ///
  /// @param shared where the shared packages come from
  static FoundPlugin load(Path folder, List<Path> jars, ClassLoader shared) {
    for (Path jar : jars) {
      String problem = unreadable(jar);
      if (problem != null) {
        return FoundPlugin.broken(folder, problem);
      }
    }
    var loader = new PluginLoader(FoundPlugin.nameOf(folder), urls(jars), shared);
    var plugin = new JarPlugin(folder, loader);
    FoundPlugin found = plugin.load(loader);
    if (found.factories().isEmpty()) {
      close(loader);
    }
    return found;
  }

  private static @Nullable String unreadable(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return file.size() == 0 ? jar.getFileName() + " is empty; build it anew" : null;
    } catch (IOException e) {
      return jar.getFileName()
          + " cannot be read as a jar ("
          + e.getMessage()
          + "); build or copy it anew, or take it out";
    }
  }

  private FoundPlugin load(PluginLoader loader) {
    if (loader.findResource(SERVICE) == null) {
      return FoundPlugin.broken(
          folder,
          "no jar of it has a file "
              + SERVICE
              + "; write one with the name of the factory's class in it, a class a line");
    }
    context.run(() -> findAll(loader));
    if (factories.isEmpty() && problems.isEmpty()) {
      problems.add(SERVICE + " names no class; write the name of the factory's class into it");
    }
    return new FoundPlugin(FoundPlugin.nameOf(folder), folder, factories, problems);
  }

  private void findAll(PluginLoader loader) {
    Iterator<Provider<ClassifierFactory>> found =
        ServiceLoader.load(ClassifierFactory.class, loader).stream().iterator();
    boolean more = true;
    while (more && problems.size() < MAX_PROBLEMS) {
      more = findNext(found);
    }
  }

  // Foreign code runs here: its constructors, its static initialisers.
  private boolean findNext(Iterator<Provider<ClassifierFactory>> found) {
    String type = "a class of its service file";
    try {
      if (!found.hasNext()) {
        return false;
      }
      Provider<ClassifierFactory> provider = found.next();
      type = provider.type().getName();
      factories.add(new PluginFactory(provider.get(), context));
    } catch (RuntimeException
        | ServiceConfigurationError
        | LinkageError
        | StackOverflowError
        | AssertionError e) {
      problems.add(type + " cannot be used: " + Advice.on(e));
    }
    return true;
  }

  private static List<URL> urls(List<Path> jars) {
    return jars.stream().map(JarPlugin::url).toList();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(PluginLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
