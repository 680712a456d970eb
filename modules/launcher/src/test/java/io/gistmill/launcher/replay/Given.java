package io.gistmill.launcher.replay;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.TaggedPost;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Things that the tests of this package begin with.
final class Given {

  static final Instant NOON = Instant.parse("2025-05-06T12:00:00Z");

  private Given() {}

  static Post post(String id, long ordinal, String text) {
    return new Post(
        id,
        new Origin("archive", ordinal),
        "Maren Quill",
        "mquill",
        NOON,
        false,
        null,
        null,
        text,
        List.of(),
        List.of(),
        List.of());
  }

  static TaggedPost tagged(String id, long ordinal, int revision, String text) {
    return new TaggedPost(
        post(id, ordinal, text),
        NOON,
        revision,
        Language.EN,
        List.of(),
        List.of(),
        new Fingerprint(List.of(), List.of()));
  }

  static StoryPost told(String id, long ordinal, int revision, String headline) {
    return new StoryPost(
        id,
        ordinal,
        NOON,
        NOON,
        false,
        revision,
        "Maren Quill",
        "mquill",
        null,
        Language.EN,
        List.of(),
        headline,
        "",
        Fixed.ONE);
  }

  static Digest digest(String route, Cadence cadence, ZoneId zone, String cut) {
    var subscription = new Subscription("reader-" + route, "reader", route, cadence, zone, 10);
    Instant end = Instant.parse(cut);
    return new Digest("d1", subscription, end.minusSeconds(86_400), end, List.of(), 0, "hash");
  }
}
