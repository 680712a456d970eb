package io.gistmill.delivery.mail.rate;

import io.gistmill.domain.BounceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts what becomes of mails, for each domain of receivers, and says when to stop: mail
/// providers block senders whose mails bounce or are called spam too often, and the block then hits
/// all readers.
///
/// The window counts mails, not time: the last ten blocks of a tenth each. A bounce counts when it
/// is read. The counts live in memory: a start begins anew, with no brake on. Safe for all threads.
public final class SendingRates {

  private static final int MOST_DOMAINS = 10_000;

  private final Limits limits;
  private final LinkedHashMap<String, DomainWindow> domains = new LinkedHashMap<>(16, 0.75f, true);

  public SendingRates(Limits limits) {
    this.limits = limits;
  }

  /// @param window number of mails that are looked at
  /// @param least mails before anything is judged
  /// @param hardPermille hard bounces, of a thousand mails, above which it stops
  /// @param complaintPermille complaints likewise
  /// @param leastComplaints so many are needed: one among a few hundred is chance
  /// @param pause after which it tries again by itself, with fresh counts
  public record Limits(
      int window,
      int least,
      int hardPermille,
      int complaintPermille,
      int leastComplaints,
      Duration pause) {

    /// More than 5 % hard bounces, or 0.3 % complaints and three at the least, among the last 1,000
    /// mails, of which there must be 200; a day's pause. 0.3 % is where Gmail and Yahoo begin to
    /// refuse.
    public static final Limits USUAL = new Limits(1_000, 200, 50, 3, 3, Duration.ofDays(1));
  }

  /// What stands in the window.
  public record Counts(int sent, int hard, int soft, int complaints) {}

  /// @param until when it tries again by itself
  public record Brake(String domain, Instant since, Instant until, String reason) {}

  /// A server has taken a mail.
  public synchronized void accepted(String domain, Instant at) {
    window(domain).accepted(at);
  }

  /// A report came back, or the server refused the address at once.
  public synchronized void bounced(String domain, BounceKind kind, Instant at) {
    window(domain).bounced(kind, at);
  }

  /// Whether nothing should go to a domain now.
  public synchronized Optional<Brake> brake(String domain, Instant now) {
    return window(domain).brake(now);
  }

  /// The operator has looked into it: begin anew.
  ///
  /// @return whether the brake was on
  public synchronized boolean release(String domain, Instant now) {
    DomainWindow window = domains.remove(domain);
    return window != null && window.brake(now).isPresent();
  }

  /// All brakes that are on, by domain.
  public synchronized List<Brake> brakes(Instant now) {
    return domains.values().stream()
        .flatMap(window -> window.brake(now).stream())
        .sorted(Comparator.comparing(Brake::domain))
        .toList();
  }

  public synchronized Map<String, Counts> counts() {
    var counts = new TreeMap<String, Counts>();
    domains.forEach((domain, window) -> counts.put(domain, window.counts()));
    return counts;
  }

  private DomainWindow window(String domain) {
    DomainWindow window = domains.computeIfAbsent(domain, name -> new DomainWindow(name, limits));
    if (domains.size() > MOST_DOMAINS) {
      domains.pollFirstEntry();
    }
    return window;
  }
}
