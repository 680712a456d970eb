package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what a story is worth to a reader.
///
/// A story is worth what its best text is worth, and a little more for each further author who
/// tells it. Who told a story five times alone adds nothing. Of a story that was shown before only
/// what is new counts, and a quarter less: an update gives way to what nobody has read yet, and
/// still stands before what is worth less than three quarters of it.
public final class Weighing {

  private static final long FURTHER_AUTHOR = Fixed.of(0.05).micros();

  /// From then on more authors say nothing new.
  private static final int MOST_FURTHER_AUTHORS = 5;

  /// An update loses one part in so many.
  private static final long DAMPING = 4;

  /// Best score first, then the older, then by id.
  private static final Comparator<NewsPost> LEAD_FIRST =
      Comparator.comparing(NewsPost::score)
          .reversed()
          .thenComparing(NewsPost::published)
          .thenComparing(post -> post.ref().id());

  private Weighing() {}

  /// A story told for the first time.
  ///
  /// @param posts not empty
  public static Story fresh(String story, Collection<? extends NewsPost> posts) {
    List<NewsPost> leadFirst = leadFirst(posts);
    return new Story(story, leadFirst, begun(posts), null, why(leadFirst, 0));
  }

  /// A story that has grown since it was shown.
  ///
  /// @param news not empty, with the best one leading
  /// @param rest posts of the window that tell what was shown
  static Story update(
      String story,
      List<? extends NewsPost> news,
      List<? extends NewsPost> rest,
      KnownStories.Told told) {
    List<NewsPost> leadFirst = leadFirst(news);
    var posts = new ArrayList<>(leadFirst);
    posts.addAll(leadFirst(rest));
    return new Story(
        story, posts, begun(posts), told.known(leadFirst.size()), why(leadFirst, DAMPING));
  }

  /// Who passes on a text stands behind whoever wrote it, and behind all who say something else.
  private static List<NewsPost> leadFirst(Collection<? extends NewsPost> posts) {
    Set<String> ids = posts.stream().map(post -> post.ref().id()).collect(Collectors.toSet());
    return posts.stream()
        .<NewsPost>map(post -> post)
        .sorted(Comparator.comparing((NewsPost post) -> isOf(ids, post)).thenComparing(LEAD_FIRST))
        .toList();
  }

  /// Whether a post passes on one of some texts.
  private static boolean isOf(Set<String> ids, NewsPost post) {
    String original = post.repeats();
    return original != null && ids.contains(original);
  }

  private static Instant begun(Collection<? extends NewsPost> posts) {
    return posts.stream().map(NewsPost::published).min(Comparator.naturalOrder()).orElseThrow();
  }

  /// @param damping the part that an update loses, 0 for none
  private static Digest.Why why(List<NewsPost> counted, long damping) {
    Fixed lead = counted.getFirst().score();
    Fixed sources = new Fixed(FURTHER_AUTHOR * furtherAuthors(counted));
    Fixed update = damping == 0 ? Fixed.ZERO : new Fixed(-(lead.plus(sources).micros() / damping));
    return new Digest.Why(lead, sources, update, 0);
  }

  private static long furtherAuthors(List<NewsPost> posts) {
    long authors =
        posts.stream().map(NewsPost::author).filter(name -> !name.isEmpty()).distinct().count();
    return Math.clamp(authors - 1, 0, MOST_FURTHER_AUTHORS);
  }
}
