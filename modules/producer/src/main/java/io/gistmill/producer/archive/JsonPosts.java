package io.gistmill.producer.archive;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.Quote;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads posts that come one by one, in the form of the lines of a JSON Lines archive.
///
/// The id is derived so that a post sent again is the same post: from its `id`, which is taken as
/// stable within its source; else from its own address; else from what it says. The time of arrival
/// never goes into it.
///
/// @param zone the zone of dates that name none; a date without a time counts as noon there
public record JsonPosts(ZoneId zone) {

  /// A post, or why there is none.
  public sealed interface Reading {

    record Read(Post post) implements Reading {}

    /// @param reason what is wrong, and the mend
    record Unfit(String reason) implements Reading {}
  }

  /// @param now when it was published if it does not say so itself
  public Reading read(JsonNode object, String source, Instant now) {
    try {
      Draft draft = new JsonPost(object).draft(0, 0);
      Optional<Instant> published = published(draft.date());
      return new Reading.Read(
          new Post(
              id(draft, source, published.orElse(Instant.EPOCH)),
              new Origin(source, null),
              draft.author(),
              draft.handle(),
              published.orElse(now),
              draft.inferred(),
              draft.link(),
              draft.title(),
              draft.text(),
              draft.quoted(),
              draft.notes(),
              draft.links()));
    } catch (JsonPost.Unfit e) {
      return new Reading.Unfit(e.reason());
    }
  }

  /// Empty when the post has no date.
  private Optional<Instant> published(DateText date) throws JsonPost.Unfit {
    if (date.equals(DateText.MISSING)) {
      return Optional.empty();
    }
    return switch (date) {
      case DateText.Exact exact -> Optional.of(exact.instant());
      case DateText.Local local -> {
        LocalTime time = Objects.requireNonNullElse(local.time(), LocalTime.NOON);
        yield Optional.of(local.date().atTime(time).atZone(zone).toInstant());
      }
      case DateText.Damaged _ ->
          throw new JsonPost.Unfit(
              "published is no whole date; write 2024-01-31 or 2024-01-31T08:30:00Z");
    };
  }

  private static String id(Draft draft, String source, Instant published) {
    if (draft.id() != null) {
      return PostIds.ofStableId(source, draft.id());
    }
    if (draft.link() != null) {
      String own = StatusLink.parse(draft.link()).map(StatusLink::address).orElse(draft.link());
      return PostIds.ofPermalink(own);
    }
    return PostIds.ofContent(source, draft.author(), draft.handle(), published, words(draft));
  }

  private static String words(Draft draft) {
    var words = new ArrayList<String>();
    words.add(Objects.requireNonNullElse(draft.title(), ""));
    words.add(draft.text());
    draft.quoted().stream().map(Quote::text).forEach(words::add);
    return String.join("\n\n", words);
  }
}
