package io.gistmill.digest.mailroom;

import io.gistmill.domain.Subscription;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Marks of the posts of a window, each found when it is first asked for.
final class PostMarks {
  private final List<Candidate> posts;
  private final Map<String, BitSet> found = new TreeMap<>();

  PostMarks(List<Candidate> posts) {
    this.posts = posts;
  }

  BitSet route(String route) {
    return route.equals(Subscription.ALL) ? all() : marked("topic|" + route);
  }

  BitSet source(String source) {
    return marked("source|" + source);
  }

  BitSet author(String author) {
    return marked("author|" + author);
  }

  private BitSet all() {
    var all = new BitSet(posts.size());
    all.set(0, posts.size());
    return all;
  }

  private BitSet marked(String mark) {
    if (found.isEmpty()) {
      for (int number = 0; number < posts.size(); number++) {
        enter(posts.get(number), number);
      }
    }
    return found.getOrDefault(mark, new BitSet());
  }

  private void enter(Candidate post, int number) {
    post.topics().forEach(topic -> mark("topic|" + topic, number));
    mark("source|" + post.source(), number);
    mark("author|" + post.account(), number);
    mark("author|" + post.name(), number);
  }

  private void mark(String mark, int number) {
    found.computeIfAbsent(mark, _ -> new BitSet()).set(number);
  }
}
