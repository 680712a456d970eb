package io.gistmill.classifier.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One classifier on the page.
///
/// @param look a class of the style sheet
/// @param note what the state means and what to do about it; empty while it runs
/// @param action what the command does: `Switch it off`
/// @param command for a terminal
public record ClassifierCard(
    String name,
    String version,
    String state,
    String look,
    String note,
    List<Fact> facts,
    String action,
    String command) {

  /// @param value for people
  public record Fact(String name, String value) {}

  public ClassifierCard {
    facts = List.copyOf(facts);
  }

  static ClassifierCard of(ClassifierView one) {
    return new ClassifierCard(
        one.name(),
        one.version(),
        one.state(),
        look(one.state()),
        note(one.state()),
        facts(one),
        one.on() ? "Switch it off" : "Switch it on",
        "gistmill classifiers " + (one.on() ? "off " : "on ") + one.name());
  }

  private static String look(String state) {
    return switch (state) {
      case "runs" -> "ready";
      case "off" -> "resting";
      default -> "stopped";
    };
  }

  private static String note(String state) {
    return switch (state) {
      case "circuit open" ->
          "It has failed too often and is left alone. Every 30 seconds one post is tried; until one"
              + " succeeds, posts go on with the failure recorded.";
      case "absent" ->
          "A switch asks for this version, which is not installed here. Until it is installed, or"
              + " another switch comes, posts go on with the failure recorded.";
      case "off" -> "It is not asked. Topics that it gave stay known.";
      default -> "";
    };
  }

  private static List<Fact> facts(ClassifierView one) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Calls", grouped(one.calls())));
    facts.add(new Fact("Time of a call", one.calls() == 0 ? "none yet" : time(one)));
    facts.add(new Fact("Posts answered", grouped(one.answers())));
    facts.add(new Fact("Failures", failures(one.failures())));
    facts.add(new Fact("Tags kept", kept(one)));
    if (one.waiting() > 0) {
      facts.add(new Fact("Posts waiting", grouped(one.waiting())));
    }
    one.usage().forEach(used -> facts.add(new Fact("Used: " + used.unit(), used(used))));
    return facts;
  }

  private static String used(ClassifierView.Used used) {
    return used.limit() == null
        ? amount(used.used())
        : amount(used.used()) + " of " + amount(used.limit());
  }

  /// Tokens are whole, money is not.
  private static String amount(double amount) {
    return String.format(Locale.ROOT, amount == Math.rint(amount) ? "%,.0f" : "%,.2f", amount);
  }

  /// On average.
  private static String time(ClassifierView one) {
    double seconds = one.callSeconds() / one.calls();
    if (seconds >= 1) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return String.format(Locale.ROOT, seconds < 0.01 ? "%.2f ms" : "%.0f ms", 1_000 * seconds);
  }

  private static String failures(Map<String, Long> failures) {
    return failures.isEmpty()
        ? "none"
        : failures.entrySet().stream()
            .map(entry -> grouped(entry.getValue()) + " " + word(entry.getKey()))
            .collect(Collectors.joining(", "));
  }

  /// A kind of failure in words.
  private static String word(String kind) {
    return switch (kind) {
      case "late" -> "too late";
      case "skipped" -> "not asked";
      case "threads" -> "left threads running";
      default -> kind;
    };
  }

  private static String kept(ClassifierView one) {
    return one.tags() == 0
        ? "none given yet"
        : String.format(
            Locale.ROOT,
            "%d %% (%,d of %,d)",
            Math.round(100.0 * one.tagsKept() / one.tags()),
            one.tagsKept(),
            one.tags());
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
