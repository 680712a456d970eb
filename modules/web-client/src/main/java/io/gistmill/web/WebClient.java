package io.gistmill.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/// Fetches and posts to addresses that people typed or that documents name.
///
/// 1. Nothing is connected to that the guard forbids. The address asked about is the one connected
///    to, at each redirect anew, so that a name that changes its meaning gains nothing; TLS and
///    `Host` keep the name.
/// 2. http and https alone; no cookies, no passwords, no proxy, no repeats.
/// 3. Every exchange ends within [Limits], however slowly, largely or cunningly the peer answers.
/// 4. Whatever the peer does comes back as an [Answer] or a [Reply].
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
    this(Connections.client(guard, names, limits, tls, false), limits);
  }

  private WebClient(CloseableHttpClient client, Limits limits) {
    this.client = client;
    this.limits = limits;
  }

  /// One that keeps connections to be used again, for a peer that is asked all the time. It is
  /// guarded as others are: a kept connection leads to the address that was looked at.
  public static WebClient keeping(AddressGuard guard, Limits limits) {
    return new WebClient(
        Connections.client(
            guard,
            NameResolver.ofTheMachine(),
            limits,
            DefaultClientTlsStrategy.createDefault(),
            true),
        limits);
  }

  /// @throws InterruptedException when the caller was; the fetch is broken off
  public Answer get(WebRequest request) throws InterruptedException {
    var wire = new Wire(client);
    String host = request.address().getHost();
    try {
      return inTime(new Exchange(wire, limits, request)::run, wire, host, limits.whole());
    } catch (TimeoutException _) {
      return Answer.Refused.because(tooLate(host, limits.whole()));
    } catch (ExecutionException e) {
      return Answer.Refused.because(Troubles.words(cause(e), request.address()));
    }
  }

  /// Once, and to this address alone: a redirect is an answer like others.
  ///
  /// @throws InterruptedException when the caller was; the peer may have taken the post
  public Reply post(WebPost post) throws InterruptedException {
    return post(post, limits.whole());
  }

  /// The same within a shorter time than [Limits#whole].
  ///
  /// @throws InterruptedException when the caller was; the peer may have taken the post
  public Reply post(WebPost post, Duration within) throws InterruptedException {
    var wire = new Wire(client);
    String host = post.address().getHost();
    try {
      return inTime(new Posting(wire, limits, post)::run, wire, host, within);
    } catch (TimeoutException _) {
      return new Reply.Failed(tooLate(host, within), true);
    } catch (ExecutionException e) {
      return Posting.failure(cause(e), post.address());
    }
  }

  private static <T> T inTime(Callable<T> exchange, Wire wire, String host, Duration within)
      throws InterruptedException, TimeoutException, ExecutionException {
    var task = new FutureTask<T>(exchange);
    Thread.ofVirtual().name("exchange with " + host).start(task);
    try {
      return task.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      wire.cut();
    }
  }

  private static String tooLate(String host, Duration within) {
    String time =
        within.toMillis() % 1000 == 0 ? within.toSeconds() + " s" : within.toMillis() + " ms";
    return host + " takes longer than " + time + " for its answer";
  }

  private static Throwable cause(ExecutionException e) {
    return e.getCause() == null ? e : e.getCause();
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
