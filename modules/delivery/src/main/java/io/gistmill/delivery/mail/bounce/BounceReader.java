package io.gistmill.delivery.mail.bounce;

import io.gistmill.delivery.mail.MailToken;
import io.gistmill.delivery.mail.bounce.BounceReading.Found;
import io.gistmill.delivery.mail.bounce.BounceReading.Other;
import io.gistmill.delivery.mail.bounce.BounceReading.Unreadable;
import io.gistmill.domain.BounceKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;

/// Reads reports of failure (RFC 3464) and complaints (RFC 5965), whoever wrote them and however
/// damaged they are.
///
/// A failure is [BounceKind#HARD] when its status code says that the address is at an end; all
/// other failures, full mailboxes and refusals of content or sender among them, are
/// [BounceKind#SOFT].
public final class BounceReader {

  private static final int LARGEST = 1 << 20;
  private static final int LONGEST = 300;
  private static final Pattern NO_WORDS = Pattern.compile("[\\p{C}\\p{Z}]+");

  private final Origin origin;

  public BounceReader(MailToken tokens) {
    this.origin = new Origin(tokens);
  }

  /// @param mail of which the first MiB is looked at
  public BounceReading read(byte[] mail) {
    try {
      return read(ReportParser.parse(Arrays.copyOf(mail, Math.min(LARGEST, mail.length))));
    } catch (MimeException | IOException | RuntimeException e) {
      // The parser is not ours, and whoever wants can send us anything.
      return new Unreadable(line(String.valueOf(e.getMessage())));
    }
  }

  private BounceReading read(Report report) {
    if (report.feedback() != null) {
      return complaint(report, report.feedback());
    }
    if (!report.delivery().isEmpty()) {
      return failure(report);
    }
    return report.header().values().isEmpty() ? new Unreadable("it has no header") : mute(report);
  }

  private BounceReading complaint(Report report, Fields feedback) {
    String type = feedback.get("feedback-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.isEmpty()) {
      return new Unreadable("the complaint does not say of what kind it is");
    }
    if (type.equals("not-spam")) {
      return new Other("somebody says that it is no spam");
    }
    Optional<String> recipient =
        feedback.typed("original-rcpt-to").or(() -> report.ofOriginal("to"));
    return found(report, recipient, BounceKind.COMPLAINT, "complaint: " + type);
  }

  /// One mail goes to one address; where that is a list of its owner's, the worst counts.
  private BounceReading failure(Report report) {
    List<Fields> recipients =
        report.delivery().stream().filter(group -> group.get("action").isPresent()).toList();
    if (recipients.isEmpty()) {
      return new Unreadable("the report of delivery names no recipient with an action");
    }
    List<Failed> failed =
        recipients.stream()
            .filter(BounceReader::hasFailed)
            .map(of -> Failed.of(report, of))
            .toList();
    return failed.isEmpty()
        ? new Other("delivery: " + line(recipients.getFirst().get("action").orElse("")))
        : failure(report, worst(failed));
  }

  private static boolean hasFailed(Fields group) {
    return group.get("action").filter(action -> action.equalsIgnoreCase("failed")).isPresent();
  }

  private static Failed worst(List<Failed> failed) {
    return failed.stream().filter(Failed::isHard).findFirst().orElse(failed.getFirst());
  }

  private BounceReading failure(Report report, Failed failed) {
    return found(
        report,
        failed.recipient(),
        failed.isHard() ? BounceKind.HARD : BounceKind.SOFT,
        failed.status() + " " + failed.answer());
  }

  /// Without a report, but sent to the return path of a mail, by a machine.
  private BounceReading mute(Report report) {
    boolean answers =
        report.header().get("auto-submitted").filter(how -> how.startsWith("auto-repl")).isPresent()
            && report.header().get("return-path").filter("<>"::equals).isEmpty();
    boolean daemon =
        report.header().get("return-path").filter("<>"::equals).isPresent()
            || report
                .header()
                .get("from")
                .filter(from -> from.toLowerCase(Locale.ROOT).contains("mailer-daemon@"))
                .isPresent();
    return daemon && !answers && origin.find(report).proven()
        ? found(report, Optional.empty(), BounceKind.SOFT, "a failure without a report")
        : new Other("no report");
  }

  private BounceReading found(
      Report report, Optional<String> recipient, BounceKind kind, String diagnostic) {
    Origin.Mark mark = origin.find(report);
    return new Found(
        new Bounce(
            mark.digest(),
            mark.proven(),
            recipient.map(BounceReader::bare).orElse(null),
            kind,
            line(diagnostic)));
  }

  /// An address out of its angle brackets.
  private static String bare(String address) {
    int open = address.lastIndexOf('<');
    int close = address.lastIndexOf('>');
    return line(open >= 0 && close > open ? address.substring(open + 1, close) : address);
  }

  private static String line(String words) {
    String line = NO_WORDS.matcher(words).replaceAll(" ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
