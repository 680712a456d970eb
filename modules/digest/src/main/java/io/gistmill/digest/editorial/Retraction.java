package io.gistmill.digest.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/// What readers must be told is no longer so: a post led a story that they were shown, and was
/// taken back.
///
/// Where a post that stood below another was withdrawn, what they read still stands.
///
/// @param cut of the last digest in which the post led
/// @param bucket of the version that was shown
public record Retraction(String post, String story, Instant cut, Instant bucket) {

  /// @param withdrawals since the last digest
  /// @param pages of one subscription, oldest first
  /// @param aliases from the id under which a story was shown to the one that it has now
  /// @return in the order of the withdrawals, of each the last digest that showed it
  public static List<Retraction> of(
      Collection<Withdrawal> withdrawals, List<ShownPage> pages, UnaryOperator<String> aliases) {
    var retractions = new ArrayList<Retraction>();
    for (Withdrawal withdrawal : withdrawals) {
      pages.reversed().stream()
          .flatMap(page -> page.stories().stream().map(story -> led(withdrawal, page, story, aliases)).flatMap(List::stream))
          .findFirst()
          .ifPresent(retractions::add);
    }
    return retractions;
  }

  private static List<Retraction> led(
      Withdrawal withdrawal, ShownPage page, ShownStory story, UnaryOperator<String> aliases) {
    ShownPost lead = story.posts().getFirst();
    boolean same =
        lead.post() == ShownPost.hash(withdrawal.post())
            && aliases.apply(story.story()).equals(withdrawal.story());
    return same
        ? List.of(
            new Retraction(withdrawal.post(), withdrawal.story(), page.cut(), lead.bucket()))
        : List.of();
  }
}
