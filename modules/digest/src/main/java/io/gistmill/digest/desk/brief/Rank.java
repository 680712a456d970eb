package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.TaggedPost;
import java.util.List;
import java.util.regex.Pattern;

/// The post's own rank, before anything is known of who else tells the story: a sum of small parts
/// that a reader could check by hand.
///
/// | part | points |
/// |---|---|
/// | substance: columns of own text / (columns + 600) | 0 to 0.3 |
/// | topics: a tenth of the confidence of the strongest three | 0 to 0.3 |
/// | says that something came out: first place 0.12, second 0.06 | 0 to 0.18 |
/// | explains or shows: 0.04 each, up to three | 0 to 0.12 |
/// | points to a paper or to code | 0.12 |
/// | points anywhere | 0.04 |
/// | five figures or more | 0.04 |
/// | quotes somebody | 0.03 |
/// | carries a reader's note, which shows interest | 0.08 |
/// | chats: each place, up to three | -0.06 |
/// | sells or recruits: each place, up to two | -0.1 |
///
/// Never below 0. The figures are judgement, not fitted to any collection of posts.
final class Rank {

  private static final int HALF_SUBSTANCE = 600;

  private static final Pattern RESEARCH =
      Pattern.compile(
          "https?://(?:[\\w.-]+\\.)?(?:arxiv\\.org|openreview\\.net|aclanthology\\.org|doi\\.org"
              + "|nature\\.com|science\\.org|github\\.com|gitlab\\.com|huggingface\\.co"
              + "|paperswithcode\\.com)/.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");

  private Rank() {}

  static Fixed of(TaggedPost tagged) {
    Post post = tagged.post();
    String words = (post.title() == null ? "" : post.title() + "\n") + post.text();
    long micros =
        substance(words) + topics(Briefs.shares(tagged.topics())) + pointers(post) + cues(words);
    return new Fixed(Math.max(0, micros));
  }

  /// The same rank with the points of other topics. A post whose sum lay below 0 counts as one at
  /// 0.
  static Fixed corrected(StoryPost told, List<TopicShare> topics) {
    long micros = told.score().micros() - topics(told.topics()) + topics(topics);
    return new Fixed(Math.max(0, micros));
  }

  private static long substance(String words) {
    long columns = Width.of(words);
    return 300_000 * columns / (columns + HALF_SUBSTANCE);
  }

  private static long topics(List<TopicShare> topics) {
    return topics.stream().limit(3).mapToLong(share -> share.confidence().micros() / 10).sum();
  }

  private static long pointers(Post post) {
    boolean research = post.links().stream().anyMatch(link -> RESEARCH.matcher(link).matches());
    return points(research, 120_000)
        + points(!post.links().isEmpty(), 40_000)
        + points(!post.quoted().isEmpty(), 30_000)
        + points(!post.notes().isEmpty(), 80_000);
  }

  private static long cues(String words) {
    int news = Cues.NEWS.count(words, 2);
    return points(news > 0, 120_000)
        + points(news > 1, 60_000)
        + 40_000L * Cues.SUBSTANCE.count(words, 3)
        + points(FIGURE.matcher(words).results().limit(5).count() == 5, 40_000)
        - 60_000L * Cues.CHATTER.count(words, 3)
        - 100_000L * Cues.SALES.count(words, 2);
  }

  private static long points(boolean given, long micros) {
    return given ? micros : 0;
  }
}
