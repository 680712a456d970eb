package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Post;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/// What is looked at to tell how much a reader would miss without a post, its topics aside. Each
/// gives a whole number of thousandths; what it is worth stands in [RankWeights].
enum PostFeature {
  ANY(when(post -> true)),
  SUBSTANCE(post -> (int) (1000 * post.columns() / (post.columns() + 600))),
  LENGTH(post -> (int) (100 * StrictMath.log(1 + post.columns()))),
  LONG(when(post -> post.columns() > 2000)),
  SHORT(when(post -> post.columns() < 200)),
  NEWS(when(post -> Cues.NEWS.count(post.lower(), 1) > 0)),
  MORE_NEWS(when(post -> Cues.NEWS.count(post.lower(), 2) > 1)),
  EXPLAINS(post -> 333 * Cues.SUBSTANCE.count(post.lower(), 3)),
  CHATTER(when(post -> Cues.CHATTER.in(post.lower()))),
  SALES(when(post -> Cues.SALES.in(post.lower()))),
  LINK(when(post -> !post.post().links().isEmpty())),
  PAPER_LINK(when(post -> post.linksTo(Words.PAPER))),
  CODE_LINK(when(post -> post.linksTo(Words.CODE))),
  FIGURES(post -> 200 * count(Words.FIGURE, post.words(), 5)),
  NAMES(post -> 100 * count(Words.NAME, post.words(), 10)),
  QUOTES(when(post -> !post.post().quoted().isEmpty())),
  SPEAKS_OF_ITSELF(post -> 250 * count(Words.SELF, post.lower(), 4)),
  ASKS_AT_THE_END(when(post -> Words.QUESTION.matcher(post.words()).find())),
  EXCLAIMS(when(post -> post.words().indexOf('！') >= 0 || post.words().indexOf('!') >= 0)),
  HASHTAG(when(post -> post.words().startsWith("#")));

  /// A post as its features see it.
  ///
  /// @param words title and text
  /// @param columns of them
  record View(Post post, String words, String lower, long columns) {

    static View of(Post post) {
      String words = (post.title() == null ? "" : post.title() + "\n") + post.text();
      return new View(post, words, words.toLowerCase(Locale.ROOT), Width.of(words));
    }

    boolean linksTo(Pattern sites) {
      return post.links().stream().anyMatch(link -> sites.matcher(link).matches());
    }
  }

  private final ToIntFunction<View> thousandths;

  PostFeature(ToIntFunction<View> thousandths) {
    this.thousandths = thousandths;
  }

  int of(View post) {
    return thousandths.applyAsInt(post);
  }

  private static ToIntFunction<View> when(Predicate<View> holds) {
    return post -> holds.test(post) ? 1000 : 0;
  }

  private static int count(Pattern words, String text, int most) {
    return (int) words.matcher(text).results().limit(most).count();
  }

  private static final class Words {
    static final Pattern PAPER =
        Pattern.compile(
            "https?://(?:[\\w.-]+\\.)?(?:arxiv\\.org|openreview\\.net|aclanthology\\.org|doi\\.org"
                + "|nature\\.com|science\\.org|paperswithcode\\.com)/.*",
            Pattern.CASE_INSENSITIVE);
    static final Pattern CODE =
        Pattern.compile(
            "https?://(?:[\\w.-]+\\.)?(?:github\\.com|gitlab\\.com|huggingface\\.co)/.*",
            Pattern.CASE_INSENSITIVE);
    static final Pattern FIGURE = Pattern.compile("\\d++(?:[.,]\\d++)*+");
    static final Pattern NAME = Pattern.compile("\\p{Lu}[A-Za-z0-9-]+");
    static final Pattern SELF = Pattern.compile("我|\\b(?:i|my|we|our)\\b");
    static final Pattern QUESTION = Pattern.compile("[？?]\\s*$");
  }
}
