package io.gistmill.digest.mailroom;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Puts stories in order.
///
/// A story is worth what its best post is worth, and a little more for each further author who
/// tells it. Who told a story five times alone adds nothing.
final class Ranking {

  private static final Fixed FURTHER_AUTHOR = Fixed.of(0.05);

  /// From then on more authors say nothing new.
  private static final int MOST_FURTHER_AUTHORS = 5;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::score)
          .reversed()
          .thenComparing(Ranked::begun)
          .thenComparing(ranked -> ranked.item().story());

  private Ranking() {}

  /// @param begun when the story's first post of the window was published
  private record Ranked(Digest.Item item, Instant begun) {
    Fixed score() {
      return item.score();
    }
  }

  /// Best first; of equals the one that began earlier, then by id.
  ///
  /// @param stories a window's posts by story, none of them empty
  static List<Digest.Item> rank(Map<String, List<Candidate>> stories) {
    return stories.entrySet().stream()
        .map(story -> ranked(story.getKey(), story.getValue()))
        .sorted(BEST_FIRST)
        .map(Ranked::item)
        .toList();
  }

  private static Ranked ranked(String story, List<Candidate> posts) {
    List<Candidate> leadFirst = posts.stream().sorted(Candidate.LEAD_FIRST).toList();
    Instant begun = posts.stream().map(Candidate::published).sorted().findFirst().orElseThrow();
    Fixed score = leadFirst.getFirst().score().plus(bonus(posts));
    List<Digest.PostRef> refs = leadFirst.stream().map(Candidate::ref).toList();
    return new Ranked(new Digest.Item(story, score, refs), begun);
  }

  private static Fixed bonus(List<Candidate> posts) {
    long authors =
        posts.stream().map(Candidate::author).filter(name -> !name.isEmpty()).distinct().count();
    long further = Math.clamp(authors - 1, 0, MOST_FURTHER_AUTHORS);
    return new Fixed(FURTHER_AUTHOR.micros() * further);
  }
}
