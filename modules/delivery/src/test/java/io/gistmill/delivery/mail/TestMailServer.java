package io.gistmill.delivery.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;

/// GreenMail with a certificate of ours on free ports of this machine.
public final class TestMailServer {

  private static final String FILE = "greenmail.tls.keystore.file";
  private static final String PASSWORD = "greenmail.tls.keystore.password";
  private static final String KEY_PASSWORD = "greenmail.tls.key.password";

  private TestMailServer() {}

  /// @param protocols such as `smtps`, `imaps`
  public static GreenMail start(TestCertificate certificate, String... protocols) {
    set(certificate.file());
    try {
      var setups = new ServerSetup[protocols.length];
      for (int index = 0; index < setups.length; index++) {
        setups[index] = new ServerSetup(0, "127.0.0.1", protocols[index]);
      }
      var server = new GreenMail(setups);
      server.start();
      return server;
    } finally {
      System.clearProperty(FILE);
      System.clearProperty(PASSWORD);
      System.clearProperty(KEY_PASSWORD);
    }
  }

  private static void set(Path file) {
    System.setProperty(FILE, file.toString());
    System.setProperty(PASSWORD, TestCertificate.PASSWORD);
    System.setProperty(KEY_PASSWORD, TestCertificate.PASSWORD);
  }
}
