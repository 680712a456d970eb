package io.gistmill.digest.mailroom;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Puts stories in order.
///
/// A story is worth what its best post is worth, and a little more for each further author who
/// tells it. Who told a story five times alone adds nothing.
final class Ranking {

  private static final Fixed FURTHER_AUTHOR = Fixed.of(0.05);

  /// From then on more authors say nothing new.
  private static final int MOST_FURTHER_AUTHORS = 5;

  private Ranking() {}

  /// Best first.
  ///
  /// @param stories a window's posts by story, none of them empty
  /// @param topics of a story
  static List<RankedStory> rank(
      Map<String, ? extends Collection<Candidate>> stories, Function<String, Set<String>> topics) {
    return stories.entrySet().stream()
        .map(story -> ranked(story.getKey(), story.getValue(), topics.apply(story.getKey())))
        .sorted(RankedStory.BEST_FIRST)
        .toList();
  }

  private static RankedStory ranked(String story, Collection<Candidate> posts, Set<String> topics) {
    List<Candidate> leadFirst = posts.stream().sorted(Candidate.LEAD_FIRST).toList();
    Instant begun = posts.stream().map(Candidate::published).sorted().findFirst().orElseThrow();
    Fixed score = leadFirst.getFirst().score().plus(bonus(posts));
    List<Digest.PostRef> refs = leadFirst.stream().map(Candidate::ref).toList();
    return new RankedStory(new Digest.Item(story, score, refs), leadFirst, begun, topics);
  }

  private static Fixed bonus(Collection<Candidate> posts) {
    long authors =
        posts.stream().map(Candidate::author).filter(name -> !name.isEmpty()).distinct().count();
    long further = Math.clamp(authors - 1, 0, MOST_FURTHER_AUTHORS);
    return new Fixed(FURTHER_AUTHOR.micros() * further);
  }
}
