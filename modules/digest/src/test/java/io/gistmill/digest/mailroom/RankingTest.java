package io.gistmill.digest.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static List<Digest.Item> ranked(Map<String, List<Candidate>> stories) {
    return Ranking.rank(stories, _ -> Set.of()).stream().map(RankedStory::item).toList();
  }

  private static final Instant NOON = Instant.parse("2023-12-01T12:00:00Z");

  @Test
  void theBestPostLeads() {
    var stories = Map.of("s", posts(post("a").score(0.2), post("b").score(0.9)));

    Digest.Item item = ranked(stories).getFirst();

    assertThat(item.posts()).extracting(Digest.PostRef::id).containsExactly("b", "a");
  }

  @Test
  void ofEqualPostsTheOlderLeadsAndThenTheSmallerId() {
    var stories =
        Map.of("s", posts(post("c"), post("b"), post("d").published(NOON.minusSeconds(60))));

    Digest.Item item = ranked(stories).getFirst();

    assertThat(item.posts()).extracting(Digest.PostRef::id).containsExactly("d", "b", "c");
  }

  @Test
  void eachFurtherAuthorAddsALittle() {
    var stories = Map.of("s", posts(post("a").by("mo"), post("b").by("Lin"), post("c").by("lin")));

    Digest.Item item = ranked(stories).getFirst();

    assertThat(item.score()).hasToString("0.55");
  }

  @Test
  void aCrowdCountsUpToABound() {
    var stories =
        Map.of("s", Stream.iterate(1, i -> i + 1).limit(40).map(i -> candidate("p" + i)).toList());

    Digest.Item item = ranked(stories).getFirst();

    assertThat(item.score()).hasToString("0.75");
  }

  @Test
  void storiesStandByScoreThenAgeThenId() {
    var stories = new TreeMap<String, List<Candidate>>();
    stories.put("z", posts(post("a").score(0.9)));
    stories.put("y", posts(post("b")));
    stories.put("x", posts(post("c")));
    stories.put("w", posts(post("d").published(NOON.minusSeconds(60))));

    List<Digest.Item> items = ranked(stories);

    assertThat(items).extracting(Digest.Item::story).containsExactly("z", "w", "x", "y");
  }

  private static SamplePost post(String id) {
    return SamplePost.of(id, NOON);
  }

  private static Candidate candidate(String id) {
    return posts(post(id)).getFirst();
  }

  private static List<Candidate> posts(SamplePost... posts) {
    return Stream.of(posts).map(post -> Candidate.of(post.post(), "s", NOON)).toList();
  }
}
