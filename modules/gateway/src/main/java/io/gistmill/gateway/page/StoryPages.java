package io.gistmill.gateway.page;

import io.gistmill.gateway.store.Found;
import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.store.StoredPost;
import io.gistmill.gateway.store.Story;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// One story with all its posts.
final class StoryPages {

  private static final int TEXT = 700;

  private final Library library;

  StoryPages(Library library) {
    this.library = library;
  }

  Answer show(Cards cards, String id) {
    return switch (library.story(id)) {
      case Found.Here<Story>(Story story) -> page(cards, story);
      case Found.Moved<Story>(String to) -> new Answer.Redirect("/stories/" + to);
      case Found.TakenBack<Story> _ -> Answer.takenBack("story");
      case Found.Unknown<Story> _ -> Answer.unknown("story");
    };
  }

  private static Answer page(Cards cards, Story story) {
    String headline = Cards.headline(story.lead());
    List<String> shared = sharedLinks(story.posts());
    var view =
        new Views.StoryPage(
            headline,
            Cards.summary(headline, story.lead()),
            Texts.language(story.lead().language(), headline),
            Cards.told(story.posts().size(), authors(story.posts()), story.lead()),
            cards.topics(story.topics()),
            story.posts().stream().map(post -> cards.full(post, TEXT)).toList(),
            shared.stream().map(Texts::link).filter(Objects::nonNull).toList(),
            why(story.posts(), shared));
    return Answer.page("story", headline, "", view);
  }

  /// The desk joins posts for one of two reasons and does not say which; the links show it.
  private static String why(List<StoredPost> posts, List<String> shared) {
    if (posts.size() < 2) {
      return "";
    }
    return shared.isEmpty()
        ? "The wording of these posts is nearly the same."
        : "These posts are about the same address.";
  }

  private static List<String> sharedLinks(List<StoredPost> posts) {
    var counts = new TreeMap<String, Integer>();
    for (StoredPost post : posts) {
      post.tagged()
          .fingerprint()
          .identityLinks()
          .forEach(link -> counts.merge(link, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 1)
        .map(count -> count.getKey())
        .toList();
  }

  private static int authors(List<StoredPost> posts) {
    return (int)
        posts.stream()
            .map(post -> Texts.byline(post.tagged().post().author(), post.tagged().post().handle()))
            .distinct()
            .count();
  }
}
