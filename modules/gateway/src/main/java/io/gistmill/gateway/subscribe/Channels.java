package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Reads by which ways digests shall go.
final class Channels {

  private Channels() {}

  /// @param fallback where none are given
  static List<Channel> read(
      Fields given, Contact contact, List<Channel> fallback, Mistakes mistakes) {
    List<String> names = given.list("channels").orElse(null);
    if (names == null) {
      return fallback;
    }
    List<Channel> there = OwnerChanges.ways(contact);
    var ways = new TreeSet<Channel>();
    for (String name : names) {
      there.stream()
          .filter(way -> way.name().equalsIgnoreCase(name))
          .findFirst()
          .ifPresentOrElse(
              ways::add,
              () ->
                  mistakes.add(
                      "channels",
                      "There is no way '"
                          + name
                          + "' to this owner; there are "
                          + words(there)
                          + "."));
    }
    if (ways.isEmpty()) {
      mistakes.add("channels", "Choose at least one way, or pause the subscription, or end it.");
    }
    return List.copyOf(ways);
  }

  private static String words(List<Channel> ways) {
    return String.join(
        ", ", ways.stream().map(way -> way.name().toLowerCase(Locale.ROOT)).toList());
  }
}
