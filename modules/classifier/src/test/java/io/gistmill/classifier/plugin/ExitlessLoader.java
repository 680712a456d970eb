package io.gistmill.classifier.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Defines one class and its nested ones anew, without calls that would end the process.
public final class ExitlessLoader extends ClassLoader {

  private final Class<?> type;

  public ExitlessLoader(Class<?> type) {
    super(type.getClassLoader());
    this.type = type;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(type.getName()) && !name.startsWith(type.getName() + "$")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = ExitCalls.replaced(ExitCallsTest.bytes(Class.forName(name)), this);
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
