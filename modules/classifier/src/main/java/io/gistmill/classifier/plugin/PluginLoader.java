package io.gistmill.classifier.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/// Loads the classes of one plug-in: those of the JDK and of [SharedPackages] from Gistmill, all
/// others from the plug-in's own jars and from nowhere else.
///
/// So two plug-ins can bring different versions of a library, neither sees the version that
/// Gistmill works with, and a library that was forgotten shows at once instead of after an upgrade.
/// Resources, service files among them, come from the plug-in's own jars alone.
final class PluginLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader shared;

  /// @param name of the plug-in, for stack traces
  /// @param shared where the shared packages come from
  PluginLoader(String name, List<URL> jars, ClassLoader shared) {
    super("plugin-" + name, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    this.shared = shared;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return SharedPackages.hold(name) ? shared.loadClass(name) : super.loadClass(name, resolve);
  }
}
