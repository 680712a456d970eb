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
/// What a server refuses at once is compared with the last mails: ten blocks of a tenth each. What
/// comes back later is compared with what was sent in the last days; it counts in the hour in which
/// its mail was sent, and not at all when none was sent then from here. The counts live in memory:
/// a start begins anew, with no brake on. Safe for all threads.
public final class SendingRates {

  private static final int MOST_DOMAINS = 10_000;

  private final Limits limits;
  private final LinkedHashMap<String, DomainWindow> domains = new LinkedHashMap<>(16, 0.75f, true);

  public SendingRates(Limits limits) {
    this.limits = limits;
  }

  /// @param window number of mails that are looked at for what is refused at once
  /// @param reports how long after a mail its report is waited for
  /// @param least mails before anything is judged
  /// @param hardPermille hard bounces, of a thousand mails, above which it stops
  /// @param complaintPermille complaints likewise
  /// @param leastComplaints so many are needed: one among a few hundred is chance
  /// @param pause after which it tries again by itself, with fresh counts
  public record Limits(
      int window,
      Duration reports,
      int least,
      int hardPermille,
      int complaintPermille,
      int leastComplaints,
      Duration pause) {

    /// More than 5 % refused among the last 1,000 mails; or more than 5 % hard bounces, or 0.3 %
    /// complaints and three at the least, among the mails of three days. There must be 200 of them.
    /// A day's pause. 0.3 % is where Gmail and Yahoo begin to refuse.
    public static final Limits USUAL =
        new Limits(1_000, Duration.ofDays(3), 200, 50, 3, 3, Duration.ofDays(1));
  }

  /// Of the mails of the last days.
  ///
  /// @param hard refused at once, or come back for good
  public record Counts(int sent, int hard, int soft, int complaints) {}

  /// @param until when it tries again by itself
  public record Brake(String domain, Instant since, Instant until, String reason) {}

  /// A server has taken a mail.
  public synchronized void accepted(String domain, Instant at) {
    window(domain).accepted(at);
  }

  /// A server has refused an address at once.
  public synchronized void refused(String domain, Instant at) {
    window(domain).refused(at);
  }

  /// A report came back.
  ///
  /// @param after how long after its mail was sent
  public synchronized void returned(String domain, BounceKind kind, Duration after, Instant at) {
    window(domain).returned(kind, after, at);
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
