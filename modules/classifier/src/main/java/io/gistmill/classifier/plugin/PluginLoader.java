package io.gistmill.classifier.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Loads the classes of one plug-in: those of the JDK and of [SharedPackages] from Gistmill, all
/// others from the plug-in's own jars and from nowhere else. Below `org.slf4j` its own jars are
/// asked for what Gistmill lacks.
///
/// So two plug-ins can bring different versions of a library, neither sees the version that
/// Gistmill works with, and a library that was forgotten shows at once instead of after an upgrade.
/// Resources, service files among them, come from the plug-in's own jars alone.
final class PluginLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String LOGGING = "org.slf4j.";

  private final ClassLoader shared;

  /// @param name of the plug-in, for stack traces
  /// @param shared where the shared packages come from
  PluginLoader(String name, List<URL> jars, ClassLoader shared) {
    super("plugin-" + name, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    this.shared = shared;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!SharedPackages.hold(name)) {
      return super.loadClass(name, resolve);
    }
    try {
      return shared.loadClass(name);
    } catch (ClassNotFoundException e) {
      return ownOr(e, name, resolve);
    }
  }

  /// Libraries put classes into the packages of SLF4J that are no part of it, such as bridges.
  private Class<?> ownOr(ClassNotFoundException missing, String name, boolean resolve)
      throws ClassNotFoundException {
    if (!name.startsWith(LOGGING)) {
      throw missing;
    }
    return super.loadClass(name, resolve);
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
        : defineClass(name, harmless, 0, harmless.length, source(file));
  }

  /// The jar, so that code which asks where its own class lies gets an answer.
  private static @Nullable CodeSource source(URL file) {
    try {
      return file.openConnection() instanceof JarURLConnection jar
          ? new CodeSource(jar.getJarFileURL(), (CodeSigner[]) null)
          : null;
    } catch (IOException e) {
      return null;
    }
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
