package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.TaggedPost;
import java.util.List;

/// The post's own rank, before anything is known of who else tells the story: how much a reader
/// would miss without it, from 0, nothing, to 1, what everybody talks of. A sum over [PostFeature]s
/// and topics that one can check by hand with the table of [RankWeights]; a reader's note beside
/// the post, which shows interest, adds [#NOTED].
final class Rank {

  static final long NOTED = 80_000;

  private Rank() {}

  static Fixed of(TaggedPost tagged) {
    return of(tagged, RankWeights.shipped());
  }

  static Fixed of(TaggedPost tagged, RankWeights weights) {
    long noted = tagged.post().notes().isEmpty() ? 0 : NOTED;
    return clamped(
        weights.of(PostFeature.View.of(tagged.post()))
            + weights.of(Briefs.shares(tagged.topics()))
            + noted);
  }

  /// The same rank with the worth of other topics. A post whose sum lay outside 0 to 1 counts as
  /// one at that end.
  static Fixed corrected(StoryPost told, List<TopicShare> topics) {
    RankWeights weights = RankWeights.shipped();
    return clamped(told.score().micros() - weights.of(told.topics()) + weights.of(topics));
  }

  private static Fixed clamped(long micros) {
    return new Fixed(Math.clamp(micros, 0, Fixed.ONE.micros()));
  }
}
