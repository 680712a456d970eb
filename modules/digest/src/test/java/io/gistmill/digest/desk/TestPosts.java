package io.gistmill.digest.desk;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Posts and ticks for tests of the desk.
public final class TestPosts {

  public static final Instant START = Instant.parse("2031-05-04T08:00:00Z");

  private static final int SIGNATURE = 64;

  private TestPosts() {}

  public static Instant quarter(int number) {
    return START.plus(Tick.QUARTER.multipliedBy(number));
  }

  public static TaggedEvent.Ticked tick(int quarter, int from, int of) {
    return tick(quarter(quarter), quarter == 0 ? null : quarter(quarter - 1), from, of);
  }

  public static TaggedEvent.Ticked tick(Instant at, @Nullable Instant previous, int from, int of) {
    return new TaggedEvent.Ticked(new PartitionTick(new Tick(at, previous, true), from, of));
  }

  /// A post with its own text, in no way like any other.
  public static TaggedPost post(String id, Instant admitted) {
    return post(id, admitted, 1, "author of " + id, signature(id.hashCode()), List.of());
  }

  public static TaggedPost post(
      String id,
      Instant admitted,
      int revision,
      String author,
      List<Integer> signature,
      List<String> links) {
    Instant published = admitted.plus(Duration.ofSeconds(Math.floorMod(id.hashCode(), 800)));
    var post =
        new Post(
            id,
            new Origin("test", null),
            author,
            null,
            published,
            false,
            null,
            null,
            "Words of " + id + ", version " + revision + ".",
            List.of(),
            List.of(),
            links);
    return new TaggedPost(
        post,
        admitted,
        revision,
        Language.EN,
        List.of(),
        List.of(),
        new Fingerprint(signature, links));
  }

  public static TaggedPost with(TaggedPost post, Fingerprint fingerprint) {
    return new TaggedPost(
        post.post(),
        post.admitted(),
        post.revision(),
        post.language(),
        post.outcomes(),
        post.topics(),
        fingerprint);
  }

  public static TaggedPost linked(String id, Instant admitted, String author, String... links) {
    return post(id, admitted, 1, author, signature(id.hashCode()), List.of(links));
  }

  public static TaggedPost alike(String id, Instant admitted, List<Integer> signature) {
    return post(id, admitted, 1, "author of " + id, signature, List.of());
  }

  /// The same under a later revision, as a correction leaves it.
  public static TaggedPost withRevision(TaggedPost post, int revision) {
    return new TaggedPost(
        post.post(),
        post.admitted(),
        revision,
        post.language(),
        post.outcomes(),
        post.topics(),
        post.fingerprint());
  }

  public static TaggedPost edit(TaggedPost post) {
    return post(
        post.post().id(),
        post.admitted(),
        post.revision() + 1,
        post.post().author(),
        post.fingerprint().minHash(),
        post.post().links());
  }

  /// Came from before its source was followed.
  public static TaggedPost backfilled(TaggedPost post) {
    return new TaggedPost(
        post.post(),
        Instant.EPOCH,
        post.revision(),
        post.language(),
        post.outcomes(),
        post.topics(),
        post.fingerprint());
  }

  public static TaggedEvent.Withdrawn withdrawn(TaggedPost post) {
    return new TaggedEvent.Withdrawn(post.post().id(), post.admitted(), post.revision() + 1);
  }

  public static TaggedEvent.Corrected corrected(TaggedPost post, int revision, String... topics) {
    List<Tag> tags =
        Stream.of(topics).map(slug -> new Tag(slug, Fixed.ONE, "correction", List.of())).toList();
    return new TaggedEvent.Corrected(post.post().id(), post.admitted(), revision, tags);
  }

  public static TaggedEvent.Tagged tagged(TaggedPost post) {
    return new TaggedEvent.Tagged(post);
  }

  public static List<Integer> signature(long seed) {
    var random = new Random(seed);
    return IntStream.range(0, SIGNATURE).mapToObj(i -> random.nextInt()).toList();
  }

  /// A signature whose last values differ: the resemblance is (64 - changed) / 64.
  public static List<Integer> changed(List<Integer> signature, int changed) {
    int kept = signature.size() - changed;
    return IntStream.range(0, signature.size())
        .mapToObj(i -> i < kept ? signature.get(i) : Integer.valueOf(~signature.get(i)))
        .toList();
  }
}
