package io.gistmill.web;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Makes a client whose every connection goes through a [GuardedSocket], that keeps no cookies and
/// no passwords, and follows and repeats nothing by itself.
final class Connections extends PoolingHttpClientConnectionManagerBuilder {

  private static final int CONNECTIONS = 256;
  private static final TimeValue KEPT = TimeValue.ofMinutes(5);

  /// A connection that was idle for longer is looked at before it is used again.
  private static final TimeValue TRUSTED = TimeValue.ofMilliseconds(500);

  private static final Http1Config HEADERS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(16 << 10).build();

  private final AddressGuard guard;

  private Connections(AddressGuard guard) {
    this.guard = guard;
  }

  static CloseableHttpClient client(
      AddressGuard guard,
      NameResolver names,
      Limits limits,
      TlsSocketStrategy tls,
      boolean keepsConnections) {
    Timeout whole = Timeout.of(limits.whole());
    PoolingHttpClientConnectionManager connections =
        new Connections(guard)
            .setDnsResolver(new GuardedNames(names, guard))
            .setTlsSocketStrategy(tls)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS).build())
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(limits.connect()))
                    .setSocketTimeout(whole)
                    .setTimeToLive(KEPT)
                    .setValidateAfterInactivity(TRUSTED)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy(
            keepsConnections
                ? DefaultConnectionReuseStrategy.INSTANCE
                : (request, response, context) -> false)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(whole).build())
        .setUserAgent("Gistmill/0.1 (reads feeds)")
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  @Override
  protected HttpClientConnectionOperator createConnectionOperator(
      SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
    return new DefaultHttpClientConnectionOperator(
        proxy -> new GuardedSocket(guard),
        ports,
        names,
        RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
  }
}
