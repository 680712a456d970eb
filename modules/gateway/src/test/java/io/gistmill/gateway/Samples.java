package io.gistmill.gateway;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Invented events as the other services would write them.
final class Samples {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /// Monday, 10 March 2025, 16:00 in Shanghai.
  static final Instant NOW = Instant.parse("2025-03-10T08:00:00Z");

  private Samples() {}

  static SortedMap<String, String> names() {
    var names = new TreeMap<String, String>();
    names.put("rag", "Retrieval");
    names.put("agents", "Agents");
    names.put("inference", "Inference");
    names.put("models", "Models");
    return names;
  }

  static Post post(String id, String author, String title, String text, String... links) {
    return new Post(
        id,
        new Origin("feed-1", null),
        author,
        null,
        NOW.minusSeconds(600),
        false,
        "https://posts.example.com/" + id,
        title.isEmpty() ? null : title,
        text,
        List.of(),
        List.of(),
        Arrays.asList(links));
  }

  static Post quoting(Post post, Quote quote, String note) {
    return new Post(
        post.id(),
        post.origin(),
        post.author(),
        "handle_" + post.id(),
        post.published(),
        post.dateInferred(),
        post.link(),
        post.title(),
        post.text(),
        List.of(quote),
        List.of(note),
        post.links());
  }

  static Tag tag(String topic, double confidence, Evidence... evidence) {
    return new Tag(topic, Fixed.of(confidence), "taxonomy@1", Arrays.asList(evidence));
  }

  static Evidence word(String text, String word) {
    return new Evidence(Evidence.Part.TEXT, 0, text.indexOf(word), word);
  }

  static TaggedEvent tagged(Post post, Instant admitted, int revision, Tag... tags) {
    List<Tag> topics = Arrays.asList(tags);
    return new TaggedEvent.Tagged(
        new TaggedPost(
            post,
            admitted,
            revision,
            language(post.text()),
            List.of(new Outcome.Tagged("taxonomy@1", topics)),
            topics,
            new Fingerprint(List.of(1, 2, 3), post.links())));
  }

  static Language language(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
  }

  static TaggedEvent tick(Instant instant, int partition, int of) {
    return new TaggedEvent.Ticked(new PartitionTick(new Tick(instant, null, true), partition, of));
  }

  static StoryEvent told(String story, Instant bucket, TaggedEvent... posts) {
    return new StoryEvent.Revised(
        story, bucket, Arrays.stream(posts).map(Samples::storyPost).toList());
  }

  static StoryPost storyPost(TaggedEvent event) {
    TaggedPost tagged = ((TaggedEvent.Tagged) event).post();
    Post post = tagged.post();
    String title = post.title();
    String first = post.text().lines().findFirst().orElse("");
    return new StoryPost(
        post.id(),
        null,
        tagged.admitted(),
        post.published(),
        false,
        tagged.revision(),
        post.author(),
        post.handle(),
        post.link(),
        tagged.language(),
        tagged.topics().stream()
            .map(tag -> new StoryPost.TopicShare(tag.topic(), tag.confidence()))
            .toList(),
        title == null ? first : title,
        first,
        Fixed.of(title == null ? 0.5 : 0.6));
  }

  static DigestEvent daily(String route, Instant cut, Instant bucket, String... storiesAndPosts) {
    return digest(
        new Cadence.Daily(LocalTime.MIDNIGHT), "daily", route, cut, bucket, storiesAndPosts);
  }

  static DigestEvent weekly(String route, Instant cut, Instant bucket, String... storiesAndPosts) {
    return digest(
        new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.MIDNIGHT),
        "weekly",
        route,
        cut,
        bucket,
        storiesAndPosts);
  }

  /// @param storiesAndPosts such as `story-1:a,b`
  private static DigestEvent digest(
      Cadence cadence,
      String rhythm,
      String route,
      Instant cut,
      Instant bucket,
      String... storiesAndPosts) {
    var subscription =
        new Subscription("editions-" + rhythm + "-" + route, "editions", route, cadence, ZONE, 20);
    List<Digest.Item> items =
        Arrays.stream(storiesAndPosts).map(words -> item(words, bucket)).toList();
    return new DigestEvent.Made(
        new Digest(
            subscription.id() + "@" + cut,
            subscription,
            cut.minusSeconds(86_400),
            cut,
            items,
            3,
            "aa"));
  }

  private static Digest.Item item(String words, Instant bucket) {
    String story = words.substring(0, words.indexOf(':'));
    List<Digest.PostRef> posts =
        Arrays.stream(words.substring(words.indexOf(':') + 1).split(",", -1))
            .map(post -> new Digest.PostRef(post, story, bucket))
            .toList();
    return new Digest.Item(story, Fixed.of(0.7), posts);
  }

  static TaggedEvent switched(String slug, String name) {
    var topics = new TreeMap<String, String>();
    topics.put(slug, name);
    return new TaggedEvent.Switched(new ClassifierSwitch("taxonomy", "2", "topics: []", topics));
  }
}
