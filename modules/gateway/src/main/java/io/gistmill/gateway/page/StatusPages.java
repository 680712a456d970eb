package io.gistmill.gateway.page;

import io.gistmill.gateway.store.Facts;
import io.gistmill.gateway.store.Library;
import io.gistmill.runtime.service.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// How the system is, for people.
final class StatusPages {

  private final Library library;
  private final Health health;
  private final InstantSource clock;
  private final LongSupplier lag;
  private final IntSupplier readers;

  StatusPages(
      Library library, Health health, InstantSource clock, LongSupplier lag, IntSupplier readers) {
    this.library = library;
    this.health = health;
    this.clock = clock;
    this.lag = lag;
    this.readers = readers;
  }

  Answer show(Cards cards) {
    return Answer.page(
        "status", "Status", "/status", new Views.StatusPage(services(), facts(cards)));
  }

  private List<Views.ServiceLine> services() {
    var lines = new ArrayList<Views.ServiceLine>();
    health
        .services()
        .forEach(
            (name, hindrances) ->
                lines.add(
                    new Views.ServiceLine(
                        name,
                        hindrances.isEmpty() ? "ready" : "waiting",
                        hindrances.stream().map(Texts::oneLine).toList())));
    if (!health.alive()) {
      lines.add(
          new Views.ServiceLine("process", "stopped", List.of("a service died; see the log")));
    }
    return lines;
  }

  private List<Views.Fact> facts(Cards cards) {
    Facts facts = library.facts();
    var shown = new ArrayList<Views.Fact>();
    Instant tick = facts.lastTick();
    shown.add(
        new Views.Fact(
            "Last tick",
            tick == null ? "none yet" : cards.calendar().full(tick).text() + ", " + age(tick)));
    Instant cut = facts.lastCut();
    shown.add(
        new Views.Fact(
            "Digests made up to", cut == null ? "none yet" : cards.calendar().full(cut).text()));
    shown.add(
        new Views.Fact("These pages lag by", Texts.count(lag.getAsLong(), "record", "records")));
    shown.add(number(facts, "Posts", "posts"));
    shown.add(number(facts, "Stories", "stories"));
    shown.add(number(facts, "Digests for everybody", "editions"));
    shown.add(number(facts, "Duplicates", "duplicates"));
    shown.add(number(facts, "Edits", "edits"));
    shown.add(number(facts, "Corrections", "corrections"));
    shown.add(number(facts, "Withdrawals", "withdrawals"));
    shown.add(number(facts, "Rejects", "rejects"));
    shown.add(number(facts, "Records that could not be decoded here", "unreadable"));
    shown.add(new Views.Fact("Readers of live streams", Integer.toString(readers.getAsInt())));
    return shown;
  }

  private static Views.Fact number(Facts facts, String name, String kind) {
    return new Views.Fact(name, Long.toString(facts.count(kind)));
  }

  private String age(Instant tick) {
    long minutes = Math.max(0, Duration.between(tick, clock.instant()).toMinutes());
    return minutes < 120 ? minutes + " min ago" : minutes / 60 + " h ago";
  }
}
