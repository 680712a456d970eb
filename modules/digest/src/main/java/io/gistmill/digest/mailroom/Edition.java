package io.gistmill.digest.mailroom;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The stories of one route and window, best first, shared by all who read them.
final class Edition {

  private static final DateTimeFormatter CUT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final List<Digest.Item> items;
  private final StoryLookup lookup;
  private final Map<Integer, String> hashes = new TreeMap<>();

  Edition(List<Digest.Item> items, StoryLookup lookup) {
    this.items = items;
    this.lookup = lookup;
  }

  /// Best first.
  List<Digest.Item> items() {
    return items;
  }

  Digest digest(Standing standing) {
    Subscription subscription = standing.subscription();
    int shown = Math.min(items.size(), subscription.maxItems());
    return new Digest(
        id(subscription.id(), standing.nextCut()),
        subscription,
        standing.lastCut(),
        standing.nextCut(),
        items.subList(0, shown),
        items.size() - shown,
        hashes.computeIfAbsent(shown, this::hash));
  }

  private static String id(String subscription, Instant cut) {
    return subscription + "." + CUT.format(cut);
  }

  private String hash(int shown) {
    List<Shown> stories = items.subList(0, shown).stream().map(this::shown).toList();
    String json = Json.MAPPER.writeValueAsString(new Content(stories, items.size() - shown));
    return PostIds.hash(List.of(json));
  }

  private Shown shown(Digest.Item item) {
    return new Shown(item.story(), item.score(), item.posts().stream().map(lookup).toList());
  }

  private record Content(List<Shown> stories, int more) {}

  private record Shown(String story, Fixed score, List<StoryPost> posts) {}
}
