package io.gistmill.classifier.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.util.Arrays;
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

  /// Without the calls that would end the process; see [ExitCalls].
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    URL file = findResource(name.replace('.', '/') + ".class");
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = bytes(name, file);
    byte[] harmless = ExitCalls.replaced(bytes, this);
    return Arrays.equals(bytes, harmless)
        ? super.findClass(name)
        : defineClass(name, harmless, 0, harmless.length);
  }

  private static byte[] bytes(String name, URL file) throws ClassNotFoundException {
    try {
      URLConnection connection = file.openConnection();
      // A cached jar would stay open after the plug-in is gone.
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
