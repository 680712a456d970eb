package io.gistmill.classifier;

import io.gistmill.domain.Post;
import java.util.List;
import java.util.TreeSet;

/// Chooses the links that name what a post is about: a paper, a repository, a video, an article.
///
/// Home pages, profiles, search results and the post's own address name nothing. A post with more
/// than three such links is a list, about none of them in particular, and gets none: else one list
/// would tie all stories of a week together.
final class IdentityLinks {

  private static final int MAX_LINKS = 3;

  private IdentityLinks() {}

  /// Canonical links, sorted.
  static List<String> of(Post post) {
    var links = new TreeSet<String>();
    for (String link : post.links()) {
      CanonicalLink canonical = CanonicalLinks.of(link);
      if (canonical != null && canonical.namesOneThing()) {
        links.add(canonical.text());
      }
    }
    CanonicalLink own = post.link() == null ? null : CanonicalLinks.of(post.link());
    if (own != null) {
      links.remove(own.text());
    }
    return links.size() > MAX_LINKS ? List.of() : List.copyOf(links);
  }
}
