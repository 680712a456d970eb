package io.gistmill.classifier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class UntrustedCertificateTest {

  private static final String PASSWORD = "not secret";

  @TempDir private Path folder;

  @Test
  void aServiceThatNobodyVouchesForGetsNoPostAndTheReasonNamesTheMend() throws Exception {
    // given
    var requests = new AtomicInteger();
    HttpsServer server = server(requests);
    String settings =
        """
        engine: http
        url: https://localhost:PORT/classify
        allow-private: true
        time-limit: 60
        time-out: 60
        topics: {bees: Bees}
        """
            .replace("PORT", Integer.toString(server.getAddress().getPort()));
    try (Classifier classifier = new HttpEngine().factory("mine", settings, folder).create()) {

      // when
      Outcome outcome = classifier.classify(Posts.texts("a")).getFirst();

      // then
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed ->
                  assertThat(failed.reason())
                      .startsWith("localhost cannot be trusted: ")
                      .endsWith("add its authority to the trust store of Java")
                      .doesNotContain("asked"));
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private HttpsServer server(AtomicInteger requests)
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls()));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private SSLContext tls() throws IOException, InterruptedException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(selfSigned())) {
      store.load(file, PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private Path selfSigned() throws IOException, InterruptedException {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "peer",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    return store;
  }
}
