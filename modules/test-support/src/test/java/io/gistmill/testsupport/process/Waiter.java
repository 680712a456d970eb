package io.gistmill.testsupport.process;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// A program for the tests: says what it was given and waits to be ended, or ends by itself.
final class Waiter {

  private Waiter() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println("greeting " + System.getProperty("greeting"));
    System.out.println("language " + Locale.getDefault().getLanguage());
    System.out.println("heap " + Runtime.getRuntime().maxMemory() / 1024 / 1024);
    if (args.length > 0) {
      System.err.println("ending as told");
      System.exit(Integer.parseInt(args[0]));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ended in order")));
    System.out.println("ready 你好");
    new CountDownLatch(1).await();
  }
}
