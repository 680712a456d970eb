package io.gistmill.delivery.mail.rate;

import io.gistmill.delivery.mail.rate.SendingRates.Brake;
import io.gistmill.delivery.mail.rate.SendingRates.Counts;
import io.gistmill.delivery.mail.rate.SendingRates.Limits;
import io.gistmill.domain.BounceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What became of the mails to one domain.
///
/// Two views of it, since answers come at once and reports come days later: the last mails by their
/// number, with what the server refused; and the hours in which mails were sent, each with whatever
/// came back for its mails. So a report is weighed against the mails among which its own was.
final class DomainWindow {

  private static final int BLOCKS = 10;
  private static final int PER_MILLE = 1_000;

  /// As long as one may last.
  private static final Duration ATTEMPT = Duration.ofMinutes(1);

  private final String domain;
  private final Limits limits;

  private final Deque<Block> last = new ArrayDeque<>();

  /// By hours since 1970, in which something was sent.
  private final TreeMap<Long, Block> hours = new TreeMap<>();

  private @Nullable Instant begun;
  private @Nullable Brake brake;

  DomainWindow(String domain, Limits limits) {
    this.domain = domain;
    this.limits = limits;
    last.add(new Block());
  }

  private static final class Block {
    private int sent;
    private int hard;
    private int soft;
    private int complaints;

    void count(BounceKind kind) {
      switch (kind) {
        case HARD -> hard++;
        case SOFT -> soft++;
        case COMPLAINT -> complaints++;
      }
    }
  }

  void accepted(Instant at) {
    begin(at);
    turnOver();
    last.getLast().sent++;
    hourOf(at).sent++;
    judge(at);
  }

  void refused(Instant at) {
    begin(at);
    last.getLast().hard++;
    hourOf(at).hard++;
    judge(at);
  }

  private void begin(Instant at) {
    if (begun == null) {
      begun = at;
    }
  }

  /// What this process sent before its start or its last brake is not known to it, nor what others
  /// sent.
  void returned(BounceKind kind, Duration after, Instant at) {
    forgetOld(at);
    Instant sent = at.minus(after);
    if (begun == null || sent.isBefore(begun.minus(ATTEMPT))) {
      return;
    }
    // The answer may have come in the hour after the attempt began.
    hours.subMap(hour(sent), hour(sent) + 2).values().stream()
        .findFirst()
        .ifPresent(
            block -> {
              block.count(kind);
              judge(at);
            });
  }

  private void turnOver() {
    if (last.getLast().sent >= Math.max(1, limits.window() / BLOCKS)) {
      last.add(new Block());
    }
    if (last.size() > BLOCKS) {
      last.removeFirst();
    }
  }

  private Block hourOf(Instant at) {
    forgetOld(at);
    return hours.computeIfAbsent(hour(at), hour -> new Block());
  }

  private void forgetOld(Instant at) {
    hours.headMap(hour(at.minus(limits.reports()))).clear();
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), Duration.ofHours(1).toSeconds());
  }

  private void judge(Instant at) {
    if (brake == null) {
      judgeRefusals(at);
    }
    if (brake == null) {
      judgeReports(at);
    }
  }

  private void judgeRefusals(Instant at) {
    int sent = sum(last, block -> block.sent);
    int hard = sum(last, block -> block.hard);
    if (sent + hard >= limits.least() && isAbove(hard, limits.hardPermille(), sent)) {
      brake(at, hard + " were refused for good beside the last " + sent + " mails that were taken");
    }
  }

  private void judgeReports(Instant at) {
    Counts counts = counts();
    if (counts.sent() < limits.least()) {
      return;
    }
    String of = " of " + counts.sent() + " mails of " + limits.reports().toHours() + " hours ";
    if (isAbove(counts.hard(), limits.hardPermille(), counts.sent())) {
      brake(at, counts.hard() + of + "bounced for good");
    } else if (counts.complaints() >= limits.leastComplaints()
        && isAbove(counts.complaints(), limits.complaintPermille(), counts.sent())) {
      brake(at, counts.complaints() + of + "were called spam");
    }
  }

  private static boolean isAbove(int count, int permille, int sent) {
    return (long) count * PER_MILLE > (long) permille * sent;
  }

  private void brake(Instant at, String reason) {
    brake = new Brake(domain, at, at.plus(limits.pause()), reason);
  }

  /// A brake whose time is over leaves fresh counts behind.
  Optional<Brake> brake(Instant now) {
    if (brake != null && !now.isBefore(brake.until())) {
      brake = null;
      begun = null;
      last.clear();
      last.add(new Block());
      hours.clear();
    }
    return Optional.ofNullable(brake);
  }

  /// Of the hours in which reports are waited for.
  Counts counts() {
    return new Counts(
        sum(hours.values(), block -> block.sent),
        sum(hours.values(), block -> block.hard),
        sum(hours.values(), block -> block.soft),
        sum(hours.values(), block -> block.complaints));
  }

  private static int sum(Collection<Block> blocks, ToIntFunction<Block> count) {
    return blocks.stream().mapToInt(count).sum();
  }
}
