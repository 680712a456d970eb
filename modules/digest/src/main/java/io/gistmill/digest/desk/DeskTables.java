package io.gistmill.digest.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Language;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a desk remembers. Each row is a record that JSON can hold.
///
/// @param ticks by partition, and the low watermark
/// @param due ticks that the watermark reached and that are not worked off yet, by time
/// @param buffered what was said of posts and is not worked off yet, in folding order
/// @param pending posts folded whose revision is not written yet, by bucket, story and post
/// @param posts every post folded within the horizon, by id
/// @param told the same posts as they were told last, by id; read only to tell them again
/// @param stories every story that a post may still join, by id
/// @param aliases ids that lost to an older one, by the younger id
/// @param bands posts that may be near-duplicates, by one band of their signature
/// @param links posts that are about a thing, by canonical link
/// @param names posts that name a thing, by name; under the empty name, how many posts there are
/// @param meanings posts that use a meaning, by its hash in hexadecimal; under the empty key, how
///   many posts there are
/// @param authors what an author wrote last, by source and author
/// @param written what stands in the log and must leave it one day, by bucket, kind and id
public record DeskTables(
    Table<PartitionTick> ticks,
    Table<Tick> due,
    Table<Buffered> buffered,
    Table<Pending> pending,
    Table<KnownPost> posts,
    Table<StoryPost> told,
    Table<KnownStory> stories,
    Table<KnownAlias> aliases,
    Table<Band> bands,
    Table<LinkUses> links,
    Table<Mentions> names,
    Table<Mentions> meanings,
    Table<AuthorPosts> authors,
    Table<Written> written) {

  /// Of the rows that are read again soon; some 20 MB when all are full.
  private static final int RECENT = 2_000;

  /// The same tables with the rows used last in memory, where rows are read more than once.
  DeskTables withRecentRows() {
    return new DeskTables(
        new RecentRows<>(ticks, RECENT),
        due,
        buffered,
        pending,
        new RecentRows<>(posts, RECENT),
        new RecentRows<>(told, RECENT),
        new RecentRows<>(stories, RECENT),
        new RecentRows<>(aliases, RECENT),
        bands,
        new RecentRows<>(links, RECENT),
        new RecentRows<>(names, RECENT),
        new RecentRows<>(meanings, RECENT),
        new RecentRows<>(authors, RECENT),
        written);
  }

  /// What was said of one post.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Buffered.Told.class, name = "told"),
    @JsonSubTypes.Type(value = Buffered.Corrected.class, name = "corrected"),
    @JsonSubTypes.Type(value = Buffered.Withdrawn.class, name = "withdrawn")
  })
  public sealed interface Buffered {

    record Told(Instant bucket, Fingerprint fingerprint, StoryPost post) implements Buffered {}

    /// @param topics all that the post has now, strongest first
    record Corrected(Instant bucket, String post, int revision, List<StoryPost.TopicShare> topics)
        implements Buffered {
      public Corrected {
        topics = List.copyOf(topics);
      }
    }

    record Withdrawn(Instant bucket, String post, int revision) implements Buffered {}

    /// The window in which it is worked off.
    Instant bucket();
  }

  /// The words are those under which the post was told last.
  ///
  /// @param order place within the revision, text order
  /// @param withdrawn true: the revision takes the post back
  /// @param said what a post that is taken back said before, or null
  public record Pending(
      Instant bucket,
      String story,
      String order,
      String post,
      boolean withdrawn,
      @Nullable StoryPost said) {}

  /// @param story the id under which the post was folded, before aliases
  /// @param revision the newest that was folded
  /// @param bucket of the version folded first
  /// @param fingerprint of the version folded first
  /// @param origin of the version folded first; null in rows from before it was kept
  /// @param meant whether it is filed under its meanings; null in rows from before there was such
  ///   an index
  public record KnownPost(
      String story,
      int revision,
      Instant bucket,
      Fingerprint fingerprint,
      @Nullable Origin origin,
      @Nullable Boolean meant) {

    KnownPost withRevision(int newer) {
      return new KnownPost(story, newer, bucket, fingerprint, origin, meant);
    }

    KnownPost inStory(String id) {
      return new KnownPost(id, revision, bucket, fingerprint, origin, meant);
    }

    String author() {
      return origin == null ? "" : origin.author();
    }

    /// Key of the author among those of all sources; empty where the source names nobody.
    String account() {
      return origin == null || origin.author().isEmpty()
          ? ""
          : Keys.account(origin.source(), origin.author());
    }

    Language language() {
      return origin == null ? Language.OTHER : origin.language();
    }

    Instant published() {
      return origin == null ? bucket : origin.published();
    }

    List<StoryPost.TopicShare> topics() {
      return origin == null ? List.of() : origin.topics();
    }
  }

  /// @param source its name; null in rows from before it was kept
  /// @param author in lower case; empty where the source names nobody
  public record Origin(
      @Nullable String source,
      String author,
      Language language,
      Instant published,
      List<StoryPost.TopicShare> topics) {
    public Origin {
      topics = List.copyOf(topics);
    }
  }

  /// @param order folding key of the first post: less is older
  /// @param opened bucket of the first post
  /// @param posts how many posts the story has
  /// @param core ids of the posts with which it began, at most [Stories#CORE]
  public record KnownStory(String id, String order, Instant opened, int posts, List<String> core) {
    public KnownStory {
      core = List.copyOf(core);
    }
  }

  /// @param story an older story, which may itself have become an alias since
  public record KnownAlias(String story) {}

  /// @param posts ids in the order of folding
  public record Band(List<String> posts) {
    public Band {
      posts = List.copyOf(posts);
    }
  }

  public record LinkUses(List<LinkUse> uses) {
    public LinkUses {
      uses = List.copyOf(uses);
    }
  }

  /// @param author empty where the source names nobody
  public record LinkUse(String post, String author) {}

  /// @param posts how many posts have what they are filed under within the horizon
  /// @param newest ids of the newest of them, in the order of folding
  public record Mentions(int posts, List<String> newest) {
    public Mentions {
      newest = List.copyOf(newest);
    }
  }

  /// @param newest ids of the posts written last, in the order of folding
  public record AuthorPosts(List<String> newest) {
    public AuthorPosts {
      newest = List.copyOf(newest);
    }
  }

  /// @param id of the story, or the alias
  /// @param posts ids of the posts that a revision tells or takes back; empty for an alias
  public record Written(Instant bucket, String id, List<String> posts) {
    public Written {
      posts = List.copyOf(posts);
    }
  }
}
