package io.gistmill.digest.mailroom;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.StoryPost;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes down what is shown of one window.
///
/// Words are looked up once for each story, however many digests show it.
final class DigestMaking {

  private static final DateTimeFormatter CUT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StoryLookup lookup;
  private final Map<Digest.Item, String> hashes = new HashMap<>();

  DigestMaking(StoryLookup lookup) {
    this.lookup = lookup;
  }

  Digest digest(Standing standing, Shown shown) {
    return new Digest(
        id(standing.subscription().id(), standing.nextCut()),
        standing.subscription(),
        standing.lastCut(),
        standing.nextCut(),
        shown.stories().stream().map(RankedStory::item).toList(),
        shown.more(),
        hash(shown));
  }

  private static String id(String subscription, Instant cut) {
    return subscription + "." + CUT.format(cut);
  }

  private String hash(Shown shown) {
    var parts = new ArrayList<String>(shown.stories().size() + 1);
    parts.add(Integer.toString(shown.more()));
    shown.stories().forEach(story -> parts.add(hash(story.item())));
    return PostIds.hash(parts);
  }

  private String hash(Digest.Item item) {
    String known = hashes.get(item);
    if (known == null) {
      known = PostIds.hash(List.of(Json.MAPPER.writeValueAsString(words(item))));
      hashes.put(item, known);
    }
    return known;
  }

  private Words words(Digest.Item item) {
    return new Words(item.story(), item.score(), item.posts().stream().map(lookup).toList());
  }

  private record Words(String story, Fixed score, List<StoryPost> posts) {}
}
