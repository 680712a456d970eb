package io.gistmill.digest.courier.bounce;

import io.gistmill.delivery.mail.StatusCode;
import io.gistmill.delivery.mail.bounce.Bounce;
import io.gistmill.digest.courier.api.LedgerSearch;
import io.gistmill.digest.courier.api.LedgerSearch.Mails;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent.Bounced;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/// Finds the mails that reports are about, and writes what came back for them into the ledger.
/// Whoever keeps its partition judges it. Safe for all threads.
public final class BounceIntake {

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>()\\[\\];:,\"']+@[^\\s<>();:,\"']+");
  private static final Pattern CUT = Pattern.compile("\\.([0-9]{8}T[0-9]{4}Z)");
  private static final DateTimeFormatter CUT_FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT);

  private final LedgerSearch ledger;
  private final InstantSource clock;

  /// @param clock that of the log
  public BounceIntake(LedgerSearch ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Returns when the log has them.
  ///
  /// @return what became of each, in their order
  /// @throws KafkaException when Kafka does not answer; nothing may be forgotten then
  List<ReportResult> take(List<Bounce> bounces) {
    Set<String> digests =
        bounces.stream()
            .filter(Bounce::proven)
            .map(Bounce::digest)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Mails mails =
        digests.isEmpty() ? new Mails(Map.of(), Set.of()) : ledger.mails(digests, oldest(digests));
    var known = new HashSet<>(mails.reports());
    var events = new ArrayList<Bounced>();
    var results = new ArrayList<ReportResult>();
    for (Bounce bounce : bounces) {
      String digest = bounce.digest();
      Delivery delivery = digest == null ? null : mails.deliveries().get(digest);
      results.add(take(bounce, delivery, known, events));
    }
    if (!events.isEmpty()) {
      ledger.report(events);
    }
    return results;
  }

  private ReportResult take(
      Bounce bounce, @Nullable Delivery delivery, Set<String> known, List<Bounced> events) {
    if (!bounce.proven()) {
      return ReportResult.UNPROVEN;
    }
    if (delivery == null) {
      return ReportResult.UNKNOWN;
    }
    Bounced event = event(bounce, delivery);
    if (!known.add(event.key())) {
      return ReportResult.KNOWN;
    }
    events.add(event);
    return ReportResult.COUNTED;
  }

  private Bounced event(Bounce bounce, Delivery delivery) {
    return new Bounced(
        delivery,
        bounce.kind(),
        StatusCode.find(bounce.diagnostic()).map(StatusCode::toString).orElse(null),
        ADDRESS.matcher(bounce.diagnostic()).replaceAll("the address"),
        clock.instant(),
        null);
  }

  /// The ledger is read from there on.
  private static Instant oldest(Collection<String> digests) {
    return digests.stream().map(BounceIntake::cut).min(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private static Instant cut(String digest) {
    Matcher found = CUT.matcher(digest);
    try {
      return found.find()
          ? LocalDateTime.parse(found.group(1), CUT_FORM).toInstant(ZoneOffset.UTC)
          : Instant.EPOCH;
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
