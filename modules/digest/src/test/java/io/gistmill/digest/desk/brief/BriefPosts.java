package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedPost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Posts for tests of briefs.
final class BriefPosts {

  private BriefPosts() {}

  static Post text(String text) {
    return post(null, text, List.of(), List.of(), List.of());
  }

  static Post post(
      @Nullable String title,
      String text,
      List<String> quoted,
      List<String> notes,
      List<String> links) {
    return new Post(
        "p1",
        new Origin("test", 1L),
        "Ola Brenn",
        "olabrenn",
        Instant.parse("2031-05-04T08:00:00Z"),
        false,
        "https://posts.example/olabrenn/1",
        title,
        text,
        quoted.stream().map(words -> new Quote("Mio Tarn", "miotarn", null, words)).toList(),
        notes,
        links);
  }

  /// With these topics, each for certain.
  static TaggedPost tagged(Post post, List<String> slugs) {
    List<Tag> topics =
        slugs.stream().map(slug -> new Tag(slug, Fixed.ONE, "test@1", List.of())).toList();
    return new TaggedPost(
        post,
        post.published(),
        1,
        Language.EN,
        List.of(),
        topics,
        new Fingerprint(List.of(), List.of()));
  }
}
