package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Chooses one or two sentences of the post, word for word, or of a post quoted there when its own
/// text is too short to choose from.
///
/// Of all single sentences and pairs that find room it takes those that promise most of what an
/// editor would quote, and least beside it: the expected F1 of columns, where [SentenceWeights]
/// tells how probable each sentence is. Two sentences that do not follow each other are joined by a
/// line break.
final class Summary {

  /// About 180 Chinese characters or 360 Latin letters.
  static final int COLUMNS = 360;

  /// What an editor quotes, on average.
  private static final int USUAL_COLUMNS = 190;

  /// What may stand between two sentences.
  private static final int JOINT = 2;

  /// Below this a post has said nothing yet itself.
  private static final int TOO_SHORT = 40;

  /// More sentences say something, however short they are.
  private static final int FEW = 8;

  /// A sentence below this is a cry, a name or a label.
  private static final int LEAST = 16;

  /// Only so many of the most probable sentences are paired.
  private static final int PAIRED = 12;

  /// What one would quote, in the order of the text.
  ///
  /// @param worth millionths of the expected F1, up to a factor
  private record Choice(List<Weighed> sentences, long worth) {}

  private Summary() {}

  /// @param emphasis where the post's own text says most
  static String of(Post post, String headline, Emphasis emphasis) {
    String own = from(post.text(), headline, emphasis);
    boolean enough = Width.of(own) >= TOO_SHORT || post.quoted().isEmpty();
    return enough ? own : quoted(post, headline).orElse(own);
  }

  static boolean saysLittle(String text) {
    return Sentences.first(FEW, text).stream().mapToInt(one -> Width.of(one.text())).sum()
        < TOO_SHORT;
  }

  private static Optional<String> quoted(Post post, String headline) {
    return post.quoted().stream()
        .map(Quote::text)
        .map(text -> from(text, headline, Emphasis.NONE))
        .filter(summary -> Width.of(summary) >= TOO_SHORT)
        .findFirst();
  }

  private static String from(String text, String headline, Emphasis emphasis) {
    return from(text, headline, emphasis, SentenceWeights.forSummaries(emphasis));
  }

  static String from(String text, String headline, Emphasis emphasis, SentenceWeights weights) {
    List<Weighed> best =
        telling(SentenceView.of(Sentences.of(text), headline, emphasis)).stream()
            .map(weights::weigh)
            .sorted(
                Comparator.comparing(Weighed::probability).reversed().thenComparing(Weighed::start))
            .limit(PAIRED)
            .toList();
    return best.isEmpty() ? "" : words(text, choose(best));
  }

  /// Without those that say nothing of the subject, as long as there are others.
  private static List<SentenceView> telling(List<SentenceView> views) {
    List<SentenceView> enough = views.stream().filter(view -> view.width() >= LEAST).toList();
    List<SentenceView> telling = enough.stream().filter(view -> !view.saysNothing()).toList();
    return telling.isEmpty() ? enough : telling;
  }

  private static List<Weighed> choose(List<Weighed> best) {
    Choice chosen = choice(List.of(best.getFirst()));
    for (int i = 0; i < best.size(); i++) {
      chosen = better(chosen, choice(List.of(best.get(i))));
      for (int j = i + 1; j < best.size(); j++) {
        if (fit(best.get(i), best.get(j))) {
          chosen = better(chosen, choice(inOrder(best.get(i), best.get(j))));
        }
      }
    }
    return chosen.sentences();
  }

  private static boolean fit(Weighed one, Weighed other) {
    return one.width() + JOINT + other.width() <= COLUMNS && !one.repeats(other);
  }

  private static Choice better(Choice one, Choice other) {
    return other.worth() > one.worth() ? other : one;
  }

  private static Choice choice(List<Weighed> sentences) {
    long right = 0;
    int columns = 0;
    for (Weighed one : sentences) {
      int shown = Math.min(one.width(), COLUMNS);
      right += one.probability().micros() * shown;
      columns += shown;
    }
    return new Choice(sentences, right / (columns + USUAL_COLUMNS));
  }

  private static List<Weighed> inOrder(Weighed one, Weighed other) {
    return one.start() < other.start() ? List.of(one, other) : List.of(other, one);
  }

  private static String words(String text, List<Weighed> chosen) {
    if (chosen.size() == 1) {
      return Cut.to(chosen.getFirst().view().text(), COLUMNS);
    }
    Sentence before = chosen.getFirst().view().sentence();
    Sentence after = chosen.getLast().view().sentence();
    return before.isFollowedBy(after)
        ? Markup.plain(text.substring(before.start(), after.end()))
        : chosen.stream().map(one -> one.view().text()).collect(Collectors.joining("\n"));
  }
}
