package io.gistmill.delivery.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/// GreenMail on free ports of this machine, with a certificate of `localhost`. It reads that once
/// in each JVM, so all share one.
public final class TestMailServer {

  /// Two seconds, as GreenMail has it, are too few for a busy machine.
  private static final long START_WITHIN_MILLIS = 60_000;

  private static @Nullable TestCertificate certificate;

  private TestMailServer() {}

  /// @param protocols such as `smtps`, `imaps`
  public static GreenMail start(String... protocols)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = certificate().file();
    System.setProperty("greenmail.tls.keystore.file", file.toString());
    System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
    System.setProperty("greenmail.tls.key.password", TestCertificate.PASSWORD);
    var setups = new ServerSetup[protocols.length];
    for (int index = 0; index < setups.length; index++) {
      setups[index] = new ServerSetup(0, "127.0.0.1", protocols[index]);
      setups[index].setServerStartupTimeout(START_WITHIN_MILLIS);
    }
    var server = new GreenMail(setups);
    server.start();
    return server;
  }

  public static synchronized TestCertificate certificate()
      throws IOException, InterruptedException, GeneralSecurityException {
    if (certificate == null) {
      Path folder = Files.createTempDirectory("gistmill-mail");
      folder.toFile().deleteOnExit();
      certificate = TestCertificate.of("localhost", folder);
      certificate.file().toFile().deleteOnExit();
    }
    return certificate;
  }
}
