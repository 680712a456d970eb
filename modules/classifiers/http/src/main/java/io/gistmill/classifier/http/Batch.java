package io.gistmill.classifier.http;

import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;

/// Posts that go to the service in one request.
///
/// @param json the whole request
record Batch(List<Post> posts, byte[] json) {

  /// A post that is larger goes alone.
  private static final int MAX_CHARS = 1 << 20;

  /// In order; each post is in one of them.
  ///
  /// @param most posts in one request
  static List<Batch> of(List<Post> posts, int most) {
    var batches = new ArrayList<Batch>();
    var gathered = new ArrayList<Post>();
    long size = 0;
    for (Post post : posts) {
      long more = RequestWriter.chars(post);
      if (!gathered.isEmpty() && (gathered.size() == most || size + more > MAX_CHARS)) {
        batches.add(of(gathered));
        gathered.clear();
        size = 0;
      }
      gathered.add(post);
      size += more;
    }
    if (!gathered.isEmpty()) {
      batches.add(of(gathered));
    }
    return batches;
  }

  private static Batch of(List<Post> posts) {
    return new Batch(List.copyOf(posts), RequestWriter.json(posts));
  }
}
