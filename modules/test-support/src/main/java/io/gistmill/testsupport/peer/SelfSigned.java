package io.gistmill.testsupport.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// TLS by a certificate that no authority has signed.
public final class SelfSigned {

  private static final String PASSWORD = "not secret";

  private SelfSigned() {}

  /// @param folder takes the key
  /// @param name of the host that the certificate is for
  public static SSLContext context(Path folder, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(made(folder.resolve("keys.p12"), name))) {
      store.load(file, PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static Path made(Path file, String name) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias peer -keyalg EC -validity 30 -storetype PKCS12 -dname CN=" + name;
    var command = new ArrayList<String>();
    command.add(keytool);
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("-ext", "san=dns:" + name));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    return file;
  }
}
