package io.gistmill.classifier;

import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /// What most posts have.
  private static final IdentityLinks NONE = new IdentityLinks(List.of(), List.of(), List.of());

  IdentityLinks {
    links = List.copyOf(links);
    things = List.copyOf(things);
    hosts = List.copyOf(hosts);
  }

  static IdentityLinks of(Post post) {
    List<String> written = written(post);
    return written.isEmpty() ? NONE : of(canonical(written, post.link()));
  }

  private static IdentityLinks of(List<CanonicalLink> links) {
    var named = new TreeSet<CanonicalLink>(Comparator.comparing(CanonicalLink::text));
    var hosts = new TreeSet<String>();
    for (CanonicalLink link : links) {
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

  private static List<String> written(Post post) {
    List<String> bare = BareLinks.of(post.text());
    if (bare.isEmpty()) {
      return post.links();
    }
    var written = new ArrayList<>(post.links());
    written.addAll(bare);
    return written;
  }

  /// @param own the address of the post itself, which is left out
  private static List<CanonicalLink> canonical(List<String> written, @Nullable String own) {
    CanonicalLink itself = own == null ? null : CanonicalLinks.of(own);
    var links = new ArrayList<CanonicalLink>();
    for (String address : written) {
      CanonicalLink link = CanonicalLinks.of(address);
      if (link != null && !link.equals(itself)) {
        links.add(link);
      }
    }
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
