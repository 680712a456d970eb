package io.gistmill.classifier;

import io.gistmill.domain.Horizon;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The posts of one partition that are remembered, and how far time has come there.
///
/// Nobody sees how far the clearing up has come: what is older than a HORIZON is not recalled.
final class Memory {

  private static final String CLOCK = "clock";

  /// How many posts are forgotten between two looks at the slice.
  private static final int PIECE = 100;

  private final Table<SeenPost> seen;
  private final Table<String> order;
  private final Table<IntakeClock> clock;

  /// The one entry of the table, held here too since every post asks for it.
  private @Nullable IntakeClock now;

  Memory(IntakeTables tables) {
    this.seen = tables.seen();
    this.order = tables.order();
    this.clock = tables.clock();
    this.now = clock.get(CLOCK);
  }

  private void set(IntakeClock next) {
    clock.put(CLOCK, next);
    now = next;
  }

  /// One post as it stands in the tables; read once for all that is done with an event.
  ///
  /// @param stored may be older than the HORIZON
  /// @param seen null where nothing is remembered
  record Recalled(String id, @Nullable SeenPost stored, @Nullable SeenPost seen) {}

  /// The last tick, [Instant#EPOCH] before the first.
  Instant lastTick() {
    return now == null ? Instant.EPOCH : now.lastTick();
  }

  /// @return false when the tick does not go forward and changes nothing
  boolean tick(Instant instant) {
    if (now != null && !now.lastTick().isBefore(instant)) {
      return false;
    }
    Instant forgotten = now == null ? Instant.EPOCH : now.forgotten();
    set(new IntakeClock(instant, forgotten));
    return true;
  }

  /// @param tick the last one
  Recalled recall(String id, Instant tick) {
    SeenPost stored = seen.get(id);
    boolean recent = stored != null && !stored.arrived().isBefore(tick.minus(Horizon.LENGTH));
    return new Recalled(id, stored, recent ? stored : null);
  }

  void remember(Recalled before, SeenPost now) {
    String id = before.id();
    String key = orderKey(id, now);
    String old = before.stored() == null ? null : orderKey(id, before.stored());
    if (old != null && !old.equals(key)) {
      order.delete(old);
    }
    if (!key.equals(old)) {
      order.put(key, id);
    }
    seen.put(id, now);
  }

  /// Forgets what is too old.
  ///
  /// @return true when nothing is left to forget
  boolean forget(BooleanSupplier goOn) {
    IntakeClock reached = now;
    while (reached != null && reached.forgotten().isBefore(edge(reached))) {
      reached = forgetPiece(reached);
      if (!goOn.getAsBoolean()) {
        return !reached.forgotten().isBefore(edge(reached));
      }
    }
    return true;
  }

  /// Forgets the oldest few; the scan starts where the last one ended, so that it never walks over
  /// what has been deleted.
  private IntakeClock forgetPiece(IntakeClock reached) {
    Map<String, String> old = oldest(reached);
    Instant forgotten = edge(reached);
    for (Map.Entry<String, String> entry : old.entrySet()) {
      order.delete(entry.getKey());
      seen.delete(entry.getValue());
      forgotten = old.size() < PIECE ? forgotten : arrived(entry.getKey());
    }
    var next = new IntakeClock(reached.lastTick(), forgotten);
    set(next);
    return next;
  }

  private Map<String, String> oldest(IntakeClock now) {
    Map<String, String> old = new TreeMap<>();
    order.scan(
        now.forgotten().toString(),
        edge(now).toString(),
        (key, id) -> {
          old.put(key, id);
          return old.size() < PIECE;
        });
    return old;
  }

  private static Instant edge(IntakeClock now) {
    return now.lastTick().minus(Horizon.LENGTH);
  }

  private static String orderKey(String id, SeenPost post) {
    return post.arrived() + "|" + id;
  }

  private static Instant arrived(String key) {
    return Instant.parse(key.substring(0, key.indexOf('|')));
  }
}
