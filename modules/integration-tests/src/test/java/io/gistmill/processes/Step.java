package io.gistmill.processes;

import io.gistmill.determinism.GeneratedArchive;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A moment, and the posts that are sent then: a few every six hours, many in the morning, over
/// days that end with a week.
///
/// @param requests to be sent one after the other; within one of them no post comes twice, so that
///   it can be sent again as a whole
record Step(Instant at, List<List<Post>> requests) {

  /// A Friday.
  static final Instant START = Instant.parse("2025-03-07T00:00:00Z");

  private static final Duration BETWEEN = Duration.ofHours(6);
  private static final int DAYS = 3;
  private static final int PER_DAY = 4;
  private static final int MORNING = 1;
  private static final int MANY = 120;
  private static final int FEW = 10;

  Step {
    requests = List.copyOf(requests);
  }

  /// Begins and ends at midnight; the last step holds no posts.
  static List<Step> of(long seed) {
    var posts = new GeneratedArchive(seed);
    var steps = new ArrayList<Step>();
    int number = 0;
    for (int i = 0; i < DAYS * PER_DAY; i++) {
      Instant at = START.plus(BETWEEN.multipliedBy(i));
      var some = new ArrayList<Post>();
      for (int left = i % PER_DAY == MORNING ? MANY : FEW; left > 0; left--) {
        some.add(posts.next(number, at.plusSeconds(number % 10_000)));
        number++;
      }
      steps.add(new Step(at, requests(some)));
    }
    steps.add(new Step(START.plus(Duration.ofDays(DAYS)), List.of()));
    return List.copyOf(steps);
  }

  boolean isMorningOf(int day) {
    return at.equals(START.plus(Duration.ofDays(day)).plus(BETWEEN.multipliedBy(MORNING)));
  }

  boolean isMidnightBefore(int day) {
    return at.equals(START.plus(Duration.ofDays(day)));
  }

  private static List<List<Post>> requests(List<Post> posts) {
    var requests = new ArrayList<List<Post>>();
    var request = new ArrayList<Post>();
    var ids = new HashSet<String>();
    for (Post post : posts) {
      if (!ids.add(post.id())) {
        requests.add(List.copyOf(request));
        request.clear();
        ids.clear();
        ids.add(post.id());
      }
      request.add(post);
    }
    requests.add(List.copyOf(request));
    return requests;
  }
}
