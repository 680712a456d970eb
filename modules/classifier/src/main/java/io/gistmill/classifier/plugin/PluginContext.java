package io.gistmill.classifier.plugin;

import java.util.function.Supplier;

/// The thread's context class loader while a plug-in's code runs: many libraries ask it for their
/// own parts.
///
/// @param loader of the plug-in
record PluginContext(ClassLoader loader) {

  <T> T call(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  void run(Runnable work) {
    call(
        () -> {
          work.run();
          return this;
        });
  }
}
