package io.gistmill.delivery.mail.rate;

import io.gistmill.delivery.mail.rate.SendingRates.Brake;
import io.gistmill.delivery.mail.rate.SendingRates.Counts;
import io.gistmill.delivery.mail.rate.SendingRates.Limits;
import io.gistmill.domain.BounceKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of the last mails to one domain.
final class DomainWindow {

  private static final int BLOCKS = 10;
  private static final int PER_MILLE = 1_000;

  private final String domain;
  private final Limits limits;
  private final Deque<Block> blocks = new ArrayDeque<>();
  private @Nullable Brake brake;

  DomainWindow(String domain, Limits limits) {
    this.domain = domain;
    this.limits = limits;
    blocks.add(new Block());
  }

  private static final class Block {
    private int sent;
    private int hard;
    private int soft;
    private int complaints;
  }

  void accepted(Instant at) {
    Block block = blocks.getLast();
    if (block.sent >= Math.max(1, limits.window() / BLOCKS)) {
      block = new Block();
      blocks.add(block);
    }
    if (blocks.size() > BLOCKS) {
      blocks.removeFirst();
    }
    block.sent++;
    judge(at);
  }

  void bounced(BounceKind kind, Instant at) {
    Block block = blocks.getLast();
    switch (kind) {
      case HARD -> block.hard++;
      case SOFT -> block.soft++;
      case COMPLAINT -> block.complaints++;
    }
    judge(at);
  }

  private void judge(Instant at) {
    Counts counts = counts();
    if (brake != null || counts.sent() + counts.hard() < limits.least()) {
      return;
    }
    if (counts.hard() * PER_MILLE > limits.hardPermille() * counts.sent()) {
      brake(at, counts.hard() + " of the last " + counts.sent() + " mails bounced for good");
    } else if (counts.complaints() >= limits.leastComplaints()
        && counts.complaints() * PER_MILLE > limits.complaintPermille() * counts.sent()) {
      brake(at, counts.complaints() + " of the last " + counts.sent() + " mails were called spam");
    }
  }

  private void brake(Instant at, String reason) {
    brake = new Brake(domain, at, at.plus(limits.pause()), reason);
  }

  /// A brake whose time is over leaves fresh counts behind.
  Optional<Brake> brake(Instant now) {
    if (brake != null && !now.isBefore(brake.until())) {
      brake = null;
      blocks.clear();
      blocks.add(new Block());
    }
    return Optional.ofNullable(brake);
  }

  Counts counts() {
    return new Counts(
        blocks.stream().mapToInt(block -> block.sent).sum(),
        blocks.stream().mapToInt(block -> block.hard).sum(),
        blocks.stream().mapToInt(block -> block.soft).sum(),
        blocks.stream().mapToInt(block -> block.complaints).sum());
  }
}
