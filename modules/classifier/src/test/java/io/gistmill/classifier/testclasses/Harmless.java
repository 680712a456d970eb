package io.gistmill.classifier.testclasses;

/// Speaks of `System.exit` and calls nothing of the kind.
public final class Harmless implements Runnable {
  @Override
  public void run() {
    System.setProperty("gistmill.harmless", "exit");
  }
}
