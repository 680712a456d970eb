package io.gistmill.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The connection goes to the checked address, TLS to the name.
@Timeout(60)
class WebClientTlsTest {

  private static final char[] PASSWORD = "not secret".toCharArray();

  @TempDir private Path folder;

  private final List<String> serverNames = new CopyOnWriteArrayList<>();
  private SSLContext tls;
  private HttpsServer server;

  @BeforeEach
  void serve() throws Exception {
    tls = context(certificateOf("site.example.org"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/",
        exchange -> {
          var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          session.getRequestedServerNames().forEach(name -> serverNames.add(name.toString()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theNameIsKeptForTls() throws InterruptedException {
    // when
    Answer answer = get("site.example.org", new DefaultClientTlsStrategy(tls));

    // then
    assertThat(answer).isInstanceOf(Answer.Fetched.class);
    assertThat(serverNames).singleElement().asString().contains("site.example.org");
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() throws InterruptedException {
    // when
    Answer answer = get("other.example.org", new DefaultClientTlsStrategy(tls));

    // then
    assertThat(((Answer.Refused) answer).reason()).contains("other.example.org cannot be trusted");
    assertThat(serverNames).isEmpty();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws InterruptedException {
    // when
    Answer answer = get("site.example.org", DefaultClientTlsStrategy.createDefault());

    // then
    assertThat(((Answer.Refused) answer).reason()).contains("site.example.org cannot be trusted");
  }

  private Answer get(String host, DefaultClientTlsStrategy strategy) throws InterruptedException {
    NameResolver names = name -> List.of(InetAddress.getLoopbackAddress());
    URI address = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
    try (var web = new WebClient(AddressGuard.withPrivate(), names, Limits.USUAL, strategy)) {
      return web.get(WebRequest.of(address, "*/*"));
    }
  }

  private Path certificateOf(String name) throws IOException, InterruptedException {
    Path store = folder.resolve("keys.p12");
    var keytool =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "peer",
            "-keyalg",
            "EC",
            "-validity",
            "30",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=dns:" + name,
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(PASSWORD));
    Process process = keytool.redirectErrorStream(true).start();
    assertThat(process.waitFor()).isZero();
    return store;
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream keys = Files.newInputStream(file)) {
      store.load(keys, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("peer", store.getCertificate("peer"));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
