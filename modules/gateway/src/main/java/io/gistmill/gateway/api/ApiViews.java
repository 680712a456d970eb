package io.gistmill.gateway.api;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Tag;
import io.gistmill.gateway.store.Edition;
import io.gistmill.gateway.store.MadeSwitch;
import io.gistmill.gateway.store.StoredPost;
import io.gistmill.gateway.store.Story;
import io.gistmill.gateway.store.StorySummary;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What the API answers with. Fields are only added, never renamed.
final class ApiViews {

  private ApiViews() {}

  record TopicEntry(String topic, String name, int storiesToday, int storiesThisWeek) {}

  record Topics(List<TopicEntry> topics) {}

  record Switches(List<SwitchEntry> switches) {
    static Switches of(List<MadeSwitch> made) {
      return new Switches(made.stream().map(SwitchEntry::of).toList());
    }
  }

  record SwitchEntry(
      String classifier,
      String version,
      String configuration,
      SortedMap<String, String> topics,
      @Nullable Boolean off,
      Instant since) {

    private static SwitchEntry of(MadeSwitch made) {
      ClassifierSwitch to = made.to();
      return new SwitchEntry(
          to.classifier(), to.version(), to.configuration(), to.topics(), to.off(), made.since());
    }
  }

  record StoryEntry(
      String id,
      String headline,
      String summary,
      int posts,
      int authors,
      Instant latest,
      List<String> topics,
      @Nullable String generatedBy) {

    static StoryEntry of(StorySummary story) {
      return new StoryEntry(
          story.id(),
          story.lead().headline(),
          story.lead().summary(),
          story.posts(),
          story.authors(),
          story.latest(),
          story.topics(),
          story.lead().generatedBy());
    }
  }

  /// @param day in the zone of the pages
  record Stories(String topic, String day, List<StoryEntry> stories) {}

  record OneStory(
      String id,
      String headline,
      String summary,
      List<String> topics,
      List<PostEntry> posts,
      @Nullable String generatedBy) {

    static OneStory of(Story story) {
      return new OneStory(
          story.id(),
          story.lead().headline(),
          story.lead().summary(),
          story.topics(),
          story.posts().stream().map(PostEntry::of).toList(),
          story.lead().generatedBy());
    }
  }

  /// @param topics after corrections, with evidence
  record PostEntry(
      Post post,
      @Nullable Instant admitted,
      int revision,
      boolean edited,
      boolean corrected,
      List<Tag> topics,
      @Nullable String story) {

    static PostEntry of(StoredPost stored) {
      return new PostEntry(
          stored.tagged().post(),
          stored.backfilled() ? null : stored.tagged().admitted(),
          stored.revision(),
          stored.edited(),
          stored.corrected(),
          stored.topics(),
          stored.story());
    }
  }

  record Posts(String query, List<PostEntry> posts) {}

  record DigestEntry(String cadence, String label, String route, Instant cut, int stories) {

    static DigestEntry of(Edition.Listed edition) {
      return new DigestEntry(
          edition.key().cadence(),
          edition.key().label(),
          edition.key().route(),
          edition.cut(),
          edition.stories());
    }
  }

  record Digests(List<DigestEntry> digests) {}

  record OneDigest(
      String id,
      String cadence,
      String label,
      String route,
      Instant from,
      Instant cut,
      int more,
      List<DigestStory> stories) {

    static OneDigest of(Edition edition) {
      Digest digest = edition.digest();
      return new OneDigest(
          digest.id(),
          edition.key().cadence(),
          edition.key().label(),
          edition.key().route(),
          digest.from(),
          digest.cut(),
          digest.more(),
          edition.items().stream().map(DigestStory::of).toList());
    }
  }

  record DigestStory(
      String story,
      String headline,
      String summary,
      List<DigestPost> posts,
      @Nullable String generatedBy) {

    static DigestStory of(Edition.Item item) {
      StoryPost lead = item.posts().getFirst();
      return new DigestStory(
          item.story(),
          lead.headline(),
          lead.summary(),
          item.posts().stream().map(DigestPost::of).toList(),
          lead.generatedBy());
    }
  }

  record DigestPost(
      String id,
      String author,
      @Nullable String handle,
      @Nullable String link,
      Instant published,
      Fixed score) {

    static DigestPost of(StoryPost post) {
      return new DigestPost(
          post.id(), post.author(), post.handle(), post.link(), post.published(), post.score());
    }
  }
}
