package io.gistmill.benchmarks.cuts;

import io.gistmill.benchmarks.posts.PostGenerator;
import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Fills a table with what a desk would have told of generated posts: headlines of 60 characters,
/// summaries of 200, one or two topics, and now and then several posts to a story.
public final class ToldStories {

  private static final int HEADLINE = 60;
  private static final int SUMMARY = 200;

  private final SplittableRandom random = new SplittableRandom(7);
  private final Table<StoryEvent> table;
  private long stories;

  private ToldStories(Table<StoryEvent> table) {
    this.table = table;
  }

  /// @param days from the first post on
  public static void fill(Table<StoryEvent> table, int postsADay, Duration days) {
    var posts = new PostGenerator(1, postsADay * PostGenerator.SPAN.toDays());
    var told = new ToldStories(table);
    Post post = posts.next();
    Instant end = post.published().plus(days);
    while (post.published().isBefore(end) && posts.hasNext()) {
      told.tell(post);
      post = posts.next();
    }
  }

  private void tell(Post post) {
    if (random.nextInt(100) < 75) {
      stories++;
    }
    Instant bucket = Tick.edgeBefore(post.published());
    String story = "story-" + stories;
    String key = StoryKeys.revision(bucket, story);
    List<StoryPost> before =
        table.get(key) instanceof StoryEvent.Revised revised ? revised.posts() : List.of();
    var all = new ArrayList<>(before);
    all.add(told(post, bucket));
    table.put(key, new StoryEvent.Revised(story, bucket, all));
  }

  private StoryPost told(Post post, Instant bucket) {
    String text = post.text();
    String headline = text.substring(0, Math.min(HEADLINE, text.length()));
    String summary = text.substring(headline.length(), Math.min(HEADLINE + SUMMARY, text.length()));
    return new StoryPost(
        post.id() + "-" + random.nextInt(1_000_000),
        null,
        bucket,
        post.published(),
        false,
        1,
        post.author(),
        "author" + random.nextInt(400),
        post.link(),
        Language.EN,
        topics(),
        headline,
        summary,
        new Fixed(random.nextInt(1_000_000)),
        "source-" + random.nextInt(40));
  }

  private List<TopicShare> topics() {
    return random
        .ints(random.nextInt(3), 0, Readers.TOPICS.size())
        .distinct()
        .mapToObj(i -> new TopicShare(Readers.TOPICS.get(i), new Fixed(random.nextInt(1_000_000))))
        .toList();
  }
}
