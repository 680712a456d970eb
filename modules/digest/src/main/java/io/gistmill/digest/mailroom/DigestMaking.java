package io.gistmill.digest.mailroom;

import io.gistmill.contracts.Json;
import io.gistmill.digest.editorial.ReadingTime;
import io.gistmill.digest.editorial.Story;
import io.gistmill.domain.Digest;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Week;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes down what is shown of one window.
///
/// Words are looked up once for each story, however many digests show it.
final class DigestMaking {

  private static final int MOST_HASHES = 20_000;

  private final StoryLookup lookup;
  private final MailBudget mails;
  private final Recent<Digest.Item, String> hashes = new Recent<>(MOST_HASHES);
  private final Map<Week, String> weeks = new HashMap<>();
  private final Map<Digest.PostRef, Long> millis = new HashMap<>();

  DigestMaking(StoryLookup lookup) {
    this.lookup = lookup;
    this.mails = new MailBudget(lookup);
  }

  static String id(String subscription, Instant cut) {
    return new DigestId(subscription, cut).toString();
  }

  /// How long a story takes to read, in milliseconds.
  long millis(Story story) {
    return millis.computeIfAbsent(
        story.lead().ref(), lead -> ReadingTime.ofStory(lookup.apply(lead)));
  }

  /// How many of the first stories a mail has room for.
  int fitMail(Draft draft) {
    return mails.fit(draft);
  }

  Digest digest(Draft draft) {
    List<Digest.Item> items = draft.items();
    List<Digest.Item> repeats = draft.repeats();
    return new Digest(
        id(draft.subscription().id(), draft.window().cut()),
        draft.subscription(),
        draft.window().from(),
        draft.window().cut(),
        items,
        draft.issue().more(),
        hash(draft, items, repeats),
        repeats,
        corrections(draft),
        draft.week());
  }

  private static List<Digest.Correction> corrections(Draft draft) {
    return draft.retractions().stream()
        .map(
            taken ->
                new Digest.Correction(
                    id(draft.subscription().id(), taken.cut()),
                    taken.cut(),
                    taken.withdrawal().story(),
                    taken.withdrawal().said()))
        .toList();
  }

  private String hash(Draft draft, List<Digest.Item> items, List<Digest.Item> repeats) {
    var parts = new ArrayList<String>();
    parts.add(Integer.toString(draft.issue().more()));
    items.forEach(item -> parts.add(hash(item)));
    repeats.forEach(item -> parts.add("again " + hash(item)));
    draft.retractions().forEach(taken -> parts.add(json(lookup.apply(taken.withdrawal().said()))));
    Week week = draft.week();
    if (week != null) {
      parts.add(weeks.computeIfAbsent(week, this::hash));
    }
    return PostIds.hash(parts);
  }

  private String hash(Digest.Item item) {
    return hashes.get(item, it -> PostIds.hash(List.of(json(new Words(it, words(it.posts()))))));
  }

  private String hash(Week week) {
    var parts = new ArrayList<String>();
    parts.add(json(week));
    week.trends().forEach(trend -> parts.add(json(words(trend.evidence()))));
    week.running().forEach(story -> parts.add(json(lookup.apply(story.lead()))));
    return PostIds.hash(parts);
  }

  private List<StoryPost> words(List<Digest.PostRef> posts) {
    return posts.stream().map(lookup).toList();
  }

  private static String json(@Nullable Object value) {
    return Json.MAPPER.writeValueAsString(value);
  }

  private record Words(Digest.Item item, List<StoryPost> posts) {}
}
