package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.digest.desk.DeskTables.LinkUse;
import io.gistmill.digest.desk.DeskTables.LinkUses;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.StoryPost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds posts about the same paper, repository or article.
///
/// Three rules keep unlike posts from being chained together through links:
/// - a post with more than three such links is a round-up: it is about none of them;
/// - a link that one author puts under a third post is that author's signature, and no longer joins
///   anything;
/// - a link under fifty posts is a place that everybody points to (a shop, a popular repository),
///   and no longer joins anything; unless most of the first fifty were published within two days,
///   as they are of an event.
///
/// The address of an article often ends in its title, which whoever translates it keeps at another
/// place: two addresses of different hosts that end in one title are one link.
///
/// Uses are counted within the horizon.
final class SharedLinks {

  static final int LINKS_OF_ONE_SUBJECT = 3;
  static final int USES_BY_ONE_AUTHOR = 2;
  static final int USES = 50;
  static final Duration OF_AN_EVENT = Duration.ofDays(2);

  private static final int MOST_USES = 40;
  private static final int NEWEST = 4;

  private final DeskTables tables;

  SharedLinks(DeskTables tables) {
    this.tables = tables;
  }

  /// What the links of one post lead to.
  ///
  /// @param links of the post and titles in them, those that join
  /// @param posts ids of posts with such links: for each link the first one and the newest
  /// @param own all links of the post
  record Lookup(SortedSet<String> links, SortedSet<String> posts, List<TitledLink> own) {

    /// Whether another post has one of the links, be it among [#posts] or not.
    boolean join(Fingerprint other) {
      return subjects(other).stream()
          .anyMatch(link -> links.contains(link.link()) || isTranslated(link));
    }

    private boolean isTranslated(TitledLink link) {
      return links.contains(link.title()) && own.stream().anyMatch(link::isTitledLike);
    }
  }

  /// @param author of the post; empty for one that is known already
  Lookup lookUp(String author, Fingerprint fingerprint) {
    var lookup = new Lookup(new TreeSet<>(), new TreeSet<>(), subjects(fingerprint));
    for (String link : keys(fingerprint)) {
      List<LinkUse> uses = usesOf(link);
      if (!isWorn(uses, author)) {
        lookup.links().add(link);
        uses.stream().limit(1).forEach(use -> lookup.posts().add(use.post()));
        uses.subList(Math.max(0, uses.size() - NEWEST), uses.size())
            .forEach(use -> lookup.posts().add(use.post()));
      }
    }
    return lookup;
  }

  /// Of a link with many uses the first ones are kept, by which it is judged, and the newest.
  void add(String post, String author, Fingerprint fingerprint) {
    for (String link : keys(fingerprint)) {
      List<LinkUse> uses = new ArrayList<>(usesOf(link));
      if (uses.size() == USES + NEWEST) {
        uses.remove(USES);
      }
      uses.add(new LinkUse(post, author));
      tables.links().put(link, new LinkUses(uses));
    }
  }

  void remove(String post, Fingerprint fingerprint) {
    for (String link : keys(fingerprint)) {
      List<LinkUse> left = usesOf(link).stream().filter(use -> !use.post().equals(post)).toList();
      if (left.isEmpty()) {
        tables.links().delete(link);
      } else {
        tables.links().put(link, new LinkUses(left));
      }
    }
  }

  private List<LinkUse> usesOf(String link) {
    LinkUses row = tables.links().get(link);
    return row == null ? List.of() : row.uses();
  }

  private boolean isWorn(List<LinkUse> uses, String author) {
    return isSignature(uses, author, USES_BY_ONE_AUTHOR)
        || uses.stream().anyMatch(use -> isSignature(uses, use.author(), USES_BY_ONE_AUTHOR + 1))
        || isPlace(uses);
  }

  private boolean isPlace(List<LinkUse> uses) {
    return uses.size() >= USES && !cameAtOnce(uses);
  }

  private boolean cameAtOnce(List<LinkUse> uses) {
    List<Instant> times =
        uses.stream()
            .map(use -> tables.posts().get(use.post()))
            .flatMap(Stream::ofNullable)
            .map(KnownPost::published)
            .sorted()
            .toList();
    return times.size() >= MOST_USES
        && !times.get(MOST_USES - 1).isAfter(times.getFirst().plus(OF_AN_EVENT));
  }

  private static boolean isSignature(List<LinkUse> uses, String author, int times) {
    return !author.isEmpty()
        && uses.stream().filter(use -> use.author().equals(author)).count() >= times;
  }

  /// Links and titles under which a post is filed.
  private static SortedSet<String> keys(Fingerprint fingerprint) {
    SortedSet<String> keys = new TreeSet<>();
    for (TitledLink link : subjects(fingerprint)) {
      keys.add(link.link());
      if (!link.title().isEmpty()) {
        keys.add(link.title());
      }
    }
    return keys;
  }

  /// What a post is about by its links.
  static List<TitledLink> subjects(Fingerprint fingerprint) {
    List<String> links = fingerprint.identityLinks();
    return links.size() > LINKS_OF_ONE_SUBJECT
        ? List.of()
        : links.stream().map(TitledLink::of).toList();
  }

  static String authorOf(StoryPost post) {
    String name = post.handle() == null ? post.author() : post.handle();
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
