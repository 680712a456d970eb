package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.taxonomy.TaxonomyTopic.LinkRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Finds the link rules that an address meets. Immutable and safe for all threads.
final class LinkIndex {

  /// @param id counts all rules from 0
  /// @param topic place in the taxonomy
  record Rule(int id, int topic, String path, double weight) {}

  /// @param start where the host stands in the address
  /// @param end behind the host and the path that the rule names
  record Hit(int start, int end, Rule rule) {}

  private final Map<String, List<Rule>> byHost = new TreeMap<>();
  private final int rules;

  LinkIndex(List<TaxonomyTopic> topics) {
    int id = 0;
    for (int topic = 0; topic < topics.size(); topic++) {
      for (LinkRule link : topics.get(topic).links()) {
        byHost
            .computeIfAbsent(link.host(), host -> new ArrayList<>())
            .add(new Rule(id++, topic, link.path(), link.weight()));
      }
    }
    this.rules = id;
  }

  /// How many rules there are; ids lie below.
  int rules() {
    return rules;
  }

  List<Hit> find(String link) {
    int start = hostStart(link);
    int end = hostEnd(link, start);
    var hits = new ArrayList<Hit>();
    int label = start;
    while (label < end) {
      String host = link.substring(label, end).toLowerCase(Locale.ROOT);
      for (Rule rule : byHost.getOrDefault(host, List.of())) {
        if (pathMatches(link, end, rule.path())) {
          int length = rule.path().isEmpty() ? 0 : rule.path().length() + 1;
          hits.add(new Hit(label, end + length, rule));
        }
      }
      int dot = link.indexOf('.', label);
      label = dot < 0 ? end : dot + 1;
    }
    return hits;
  }

  private static boolean pathMatches(String link, int from, String path) {
    if (path.isEmpty()) {
      return true;
    }
    int end = from + 1 + path.length();
    return link.startsWith("/" + path, from)
        && (end == link.length() || "/?#".indexOf(link.charAt(end)) >= 0);
  }

  private static int hostStart(String link) {
    int scheme = link.indexOf("://");
    return scheme < 0 ? 0 : scheme + 3;
  }

  private static int hostEnd(String link, int start) {
    // No host name is longer than 253 characters; the limit keeps broken addresses cheap.
    int limit = Math.min(link.length(), start + 254);
    for (int i = start; i < limit; i++) {
      if ("/?#:".indexOf(link.charAt(i)) >= 0) {
        return i;
      }
    }
    return limit;
  }
}
