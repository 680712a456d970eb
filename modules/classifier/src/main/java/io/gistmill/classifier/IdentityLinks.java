package io.gistmill.classifier;

import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Chooses the links that name what a post is about: a paper, a repository, a video, an article.
///
/// Home pages, profiles, search results and the post's own address name nothing; of home pages the
/// host is kept. A post with more than three such links is a list, about none of them in
/// particular, and gets none: else one list would tie all stories of a week together.
///
/// @param links canonical, sorted
/// @param things names of the repositories and models among them
/// @param hosts of all other links, sorted
record IdentityLinks(List<String> links, List<String> things, List<String> hosts) {

  private static final int MAX_LINKS = 3;
  private static final int MAX_HOSTS = 8;

  IdentityLinks {
    links = List.copyOf(links);
    things = List.copyOf(things);
    hosts = List.copyOf(hosts);
  }

  static IdentityLinks of(Post post) {
    var named = new TreeSet<CanonicalLink>(Comparator.comparing(CanonicalLink::text));
    var hosts = new TreeSet<String>();
    for (CanonicalLink link : canonical(post)) {
      if (link.namesOneThing()) {
        named.add(link);
      } else if (link.segments().isEmpty()) {
        hosts.add(link.host());
      }
    }
    boolean list = named.size() > MAX_LINKS;
    return new IdentityLinks(
        list ? List.of() : named.stream().map(CanonicalLink::text).toList(),
        list ? List.of() : named.stream().flatMap(IdentityLinks::thing).distinct().toList(),
        hosts.stream().limit(MAX_HOSTS).toList());
  }

  private static List<CanonicalLink> canonical(Post post) {
    CanonicalLink own = post.link() == null ? null : CanonicalLinks.of(post.link());
    var links = new ArrayList<CanonicalLink>();
    Stream.concat(post.links().stream(), BareLinks.of(post.text()).stream())
        .forEach(
            written -> {
              CanonicalLink link = CanonicalLinks.of(written);
              if (link != null && !link.equals(own)) {
                links.add(link);
              }
            });
    return links;
  }

  private static Stream<String> thing(CanonicalLink link) {
    return switch (link.host()) {
      case "github.com" -> Stream.of(link.segment(1));
      case "huggingface.co" ->
          link.segments().size() == 2 ? Stream.of(link.segment(1)) : Stream.of();
      default -> Stream.of();
    };
  }
}
