package io.gistmill.digest.editorial;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What readers must be told is no longer so: a post led a story that they were shown, and was
/// taken back.
///
/// Where a post that stood below another was withdrawn, what they read still stands.
///
/// @param cut of the last digest in which the post led
public record Retraction(Withdrawal withdrawal, Instant cut) {

  /// @param withdrawals since the last digest
  /// @param pages of one subscription, oldest first
  /// @param aliases from the id under which a story was shown to the one that it has now
  /// @return in the order of the withdrawals, of each the last digest that showed it
  public static List<Retraction> of(
      Collection<Withdrawal> withdrawals, List<ShownPage> pages, UnaryOperator<String> aliases) {
    return withdrawals.stream().flatMap(taken -> last(taken, pages, aliases)).toList();
  }

  private static Stream<Retraction> last(
      Withdrawal withdrawal, List<ShownPage> pages, UnaryOperator<String> aliases) {
    return pages.reversed().stream()
        .filter(page -> page.stories().stream().anyMatch(story -> led(withdrawal, story, aliases)))
        .map(page -> new Retraction(withdrawal, page.cut()))
        .limit(1);
  }

  private static boolean led(
      Withdrawal withdrawal, ShownStory story, UnaryOperator<String> aliases) {
    return story.posts().getFirst().post() == ShownPost.hash(withdrawal.said().id())
        && aliases.apply(story.story()).equals(withdrawal.story());
  }
}
