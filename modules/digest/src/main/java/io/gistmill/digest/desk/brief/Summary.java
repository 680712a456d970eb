package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Chooses one or two sentences that stand literally in the post, or in a post quoted there when
/// its own text is too short to choose from.
///
/// Extraction by weighted features after Edmundson, "New methods in automatic extracting" (1969);
/// [SentenceWeights] holds the features. Two sentences that do not follow each other are joined by
/// a line break.
final class Summary {

  /// About 180 Chinese characters or 360 Latin letters.
  static final int COLUMNS = 360;

  /// What may stand between two sentences.
  private static final int JOINT = 2;

  /// Below this a post has said nothing yet itself.
  private static final int TOO_SHORT = 40;

  private Summary() {}

  static String of(Post post, String headline) {
    String own = from(post.text(), headline);
    boolean enough = Width.of(own) >= TOO_SHORT || post.quoted().isEmpty();
    return enough ? own : quoted(post, headline).orElse(own);
  }

  private static Optional<String> quoted(Post post, String headline) {
    return post.quoted().stream()
        .map(Quote::text)
        .map(text -> from(text, headline))
        .filter(summary -> Width.of(summary) >= TOO_SHORT)
        .findFirst();
  }

  static String from(String text, String headline) {
    var weights = new SentenceWeights(Sentences.of(text), headline);
    List<Weighed> best =
        weights.weighed().stream()
            .filter(one -> one.weight() > 0)
            .sorted(Comparator.comparing(Weighed::weight).reversed().thenComparing(Weighed::start))
            .toList();
    if (best.isEmpty()) {
      return "";
    }
    Weighed first = best.getFirst();
    return second(first, best)
        .map(other -> join(text, first, other))
        .orElseGet(() -> Cut.to(first.sentence().text(), COLUMNS));
  }

  private static Optional<Weighed> second(Weighed first, List<Weighed> best) {
    int room = COLUMNS - JOINT - Width.of(first.sentence().text());
    return best.stream()
        .skip(1)
        .filter(other -> 2 * other.weight() >= first.weight())
        .filter(other -> Width.of(other.sentence().text()) <= room)
        .filter(other -> !other.repeats(first))
        .findFirst();
  }

  private static String join(String text, Weighed one, Weighed other) {
    List<Sentence> inOrder = new ArrayList<>(List.of(one.sentence(), other.sentence()));
    inOrder.sort(Comparator.comparing(Sentence::start));
    Sentence before = inOrder.getFirst();
    Sentence after = inOrder.getLast();
    return before.isFollowedBy(after)
        ? text.substring(before.start(), after.end())
        : inOrder.stream().map(Sentence::text).collect(Collectors.joining("\n"));
  }
}
