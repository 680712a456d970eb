package io.gistmill.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/// Fetches addresses that people typed or that documents name.
///
/// 1. Nothing is connected to that the guard forbids. The address asked about is the one connected
///    to, at each redirect anew, so that a name that changes its meaning gains nothing; TLS and
///    `Host` keep the name.
/// 2. http and https alone; no cookies, no passwords, no proxy, no repeats.
/// 3. Every fetch ends within [Limits], however slowly, largely or cunningly the peer answers.
/// 4. Whatever the peer does comes back as an [Answer].
///
/// For all threads, best virtual ones.
public final class WebClient implements AutoCloseable {

  private final CloseableHttpClient client;
  private final Limits limits;

  public WebClient(AddressGuard guard) {
    this(guard, NameResolver.ofTheMachine(), Limits.USUAL);
  }

  public WebClient(AddressGuard guard, NameResolver names, Limits limits) {
    this(guard, names, limits, DefaultClientTlsStrategy.createDefault());
  }

  WebClient(AddressGuard guard, NameResolver names, Limits limits, TlsSocketStrategy tls) {
    this.client = Connections.client(guard, names, limits, tls);
    this.limits = limits;
  }

  /// @throws InterruptedException when the caller was; the fetch is broken off
  public Answer get(WebRequest request) throws InterruptedException {
    var exchange = new Exchange(client, limits, request);
    var task = new FutureTask<Answer>(exchange::run);
    Thread.ofVirtual().name("fetch " + request.address().getHost()).start(task);
    try {
      return task.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return Answer.Refused.because(
          request.address().getHost()
              + " takes longer than "
              + limits.whole().toSeconds()
              + " s for its answer");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Answer.Refused.because(Troubles.words(cause, request.address()));
    } finally {
      exchange.cancel();
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
