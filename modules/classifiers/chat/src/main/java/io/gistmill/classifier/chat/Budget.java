package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.Usage;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds what is spent in a day of UTC within its limits. What a request may take at most is set
/// aside before it is sent, and what it really took is counted afterwards. Safe for all threads.
final class Budget {

  private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

  private final ServiceSettings.Limits limits;
  private final InstantSource clock;
  private final Optional<SpentFile> file;
  private Spent spent;

  /// @param file that keeps what was spent; empty for memory alone
  Budget(ServiceSettings.Limits limits, InstantSource clock, Optional<SpentFile> file)
      throws IOException {
    this.limits = limits;
    this.clock = clock;
    this.file = file;
    Optional<Spent> before = file.isEmpty() ? Optional.empty() : file.get().read();
    this.spent = before.orElse(Spent.nothing(today()));
  }

  /// What was set aside for one request.
  record Share(LocalDate day, long tokens, long money) {}

  /// @return empty when the request would go beyond a limit
  synchronized Optional<Share> setAside(long inputTokens, long outputTokens) {
    return together(() -> granted(inputTokens, outputTokens));
  }

  private Optional<Share> granted(long inputTokens, long outputTokens) {
    LocalDate today = today();
    if (!spent.day().equals(today)) {
      spent = Spent.nothing(today);
    }
    var share = new Share(today, inputTokens + outputTokens, money(inputTokens, outputTokens));
    Spent then = spent.plus(share.tokens(), share.money());
    if (then.tokens() > limits.tokensPerDay() || then.money() > moneyPerDay()) {
      return Optional.empty();
    }
    keep(then);
    return Optional.of(share);
  }

  /// Counts what a request really took in place of what was set aside for it.
  synchronized void settle(Share share, long inputTokens, long outputTokens) {
    together(() -> settled(share, inputTokens, outputTokens));
  }

  private Spent settled(Share share, long inputTokens, long outputTokens) {
    boolean sameDay = share.day().equals(spent.day());
    keep(
        spent.plus(
            inputTokens + outputTokens - (sameDay ? share.tokens() : 0),
            money(inputTokens, outputTokens) - (sameDay ? share.money() : 0)));
    return spent;
  }

  /// Counts on top of what other processes have spent meanwhile.
  private <T> T together(Supplier<T> counting) {
    try (SpentFile.Held _ = hold()) {
      refresh();
      return counting.get();
    }
  }

  private SpentFile.Held hold() {
    try {
      return file.isPresent() ? file.get().hold() : () -> {};
    } catch (IOException e) {
      LOG.warn("what was spent could not be locked; other processes may count beside this one", e);
      return () -> {};
    }
  }

  private void refresh() {
    try {
      if (file.isPresent()) {
        spent = file.get().read().orElse(Spent.nothing(today()));
      }
    } catch (IOException e) {
      LOG.warn("what was spent could not be read; what this process knows of it counts", e);
    }
  }

  /// What was spent and what may be, for people.
  synchronized String told() {
    String tokens = spent.tokens() + " of " + limits.tokensPerDay() + " tokens-per-day";
    return limits
        .moneyPerDay()
        .map(money -> tokens + " and " + spent.money() / 1e6 + " of " + money + " money-per-day")
        .orElse(tokens);
  }

  /// Of this day, as far as this process knows. Money shows where there are prices.
  synchronized List<Usage> usage() {
    Spent now = spent.day().equals(today()) ? spent : Spent.nothing(today());
    var usage = new ArrayList<Usage>();
    usage.add(new Usage("tokens", now.tokens(), OptionalDouble.of(limits.tokensPerDay())));
    if (limits.inputPrice() > 0 || limits.outputPrice() > 0) {
      usage.add(
          new Usage(
              "money",
              now.money() / 1e6,
              limits.moneyPerDay().map(OptionalDouble::of).orElseGet(OptionalDouble::empty)));
    }
    return usage;
  }

  private void keep(Spent next) {
    spent = next;
    if (file.isEmpty()) {
      return;
    }
    try {
      file.get().write(next);
    } catch (IOException e) {
      LOG.warn("what was spent could not be written and is forgotten at a restart", e);
    }
  }

  private long moneyPerDay() {
    return limits.moneyPerDay().map(money -> Math.round(1e6 * money)).orElse(Long.MAX_VALUE);
  }

  /// In millionths: a price for a million tokens is that of one token in millionths.
  private long money(long inputTokens, long outputTokens) {
    return (long)
        Math.ceil(inputTokens * limits.inputPrice() + outputTokens * limits.outputPrice());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
