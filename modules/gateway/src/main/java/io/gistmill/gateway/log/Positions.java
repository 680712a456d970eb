package io.gistmill.gateway.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place over all partitions of one topic: of each partition the offset that comes next. Serves
/// as id of an event in a live stream.
///
/// @param generation names the log; offsets of another log mean nothing in this one
public record Positions(String generation, List<Long> next) {

  private static final String VERSION = "1";
  private static final int RADIX = 36;
  private static final int MOST_PARTITIONS = 10_000;
  private static final Pattern FORM =
      Pattern.compile(VERSION + "-([0-9a-z]{1,16})-([0-9a-z]{1,13}(?:\\.[0-9a-z]{1,13})*)");

  public Positions {
    next = List.copyOf(next);
  }

  public static Positions start(String generation, int partitions) {
    return new Positions(generation, Collections.nCopies(partitions, 0L));
  }

  /// Empty when the text is no such place.
  public static Optional<Positions> parse(String text) {
    if (text.length() > 14 * MOST_PARTITIONS) {
      return Optional.empty();
    }
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      var next = new ArrayList<Long>();
      for (String offset : matcher.group(2).split("\\.", -1)) {
        next.add(Long.parseLong(offset, RADIX));
      }
      return Optional.of(new Positions(matcher.group(1), next));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Behind one record.
  public Positions after(int partition, long offset) {
    var moved = new ArrayList<>(next);
    moved.set(partition, offset + 1);
    return new Positions(generation, moved);
  }

  /// In each partition the later one of both.
  public Positions latest(Positions other) {
    var latest = new ArrayList<Long>();
    for (int i = 0; i < next.size(); i++) {
      latest.add(Math.max(next.get(i), other.next.get(i)));
    }
    return new Positions(generation, latest);
  }

  /// Whether both speak of the same log.
  public boolean comparable(Positions other) {
    return generation.equals(other.generation) && next.size() == other.next.size();
  }

  /// Compact text, such as `1-k3f9-2s.0.1z`.
  @Override
  public String toString() {
    var text = new StringBuilder(VERSION + "-" + generation + "-");
    for (int i = 0; i < next.size(); i++) {
      text.append(i == 0 ? "" : ".").append(Long.toString(next.get(i), RADIX));
    }
    return text.toString();
  }
}
