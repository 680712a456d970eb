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
  FIGURES(post -> 200 * figures(post.words(), 5)),
  NAMES(post -> 100 * names(post.words(), 10)),
  QUOTES(when(post -> !post.post().quoted().isEmpty())),
  SPEAKS_OF_ITSELF(post -> 250 * Words.SELF.count(post.lower(), 4)),
  ASKS_AT_THE_END(when(post -> asksAtTheEnd(post.words()))),
  EXCLAIMS(when(post -> post.words().indexOf('！') >= 0 || post.words().indexOf('!') >= 0)),
  HASHTAG(when(post -> post.words().startsWith("#")));

  /// A post as its features see it.
  ///
  /// @param words title and text
  /// @param columns of what they say, as [Substance] counts them
  record View(Post post, String words, String lower, long columns) {

    static View of(Post post) {
      String words = (post.title() == null ? "" : post.title() + "\n") + post.text();
      return new View(post, words, words.toLowerCase(Locale.ROOT), Substance.columns(words));
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

  /// Numbers, each with its points and commas.
  private static int figures(String text, int most) {
    int figures = 0;
    for (int i = 0; i < text.length() && figures < most; i++) {
      boolean inside = i > 0 && isDigit(text, i - 1);
      boolean goesOn = i > 1 && ".,".indexOf(text.charAt(i - 1)) >= 0 && isDigit(text, i - 2);
      figures += isDigit(text, i) && !inside && !goesOn ? 1 : 0;
    }
    return figures;
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// Words that begin with a capital and go on in ASCII.
  private static int names(String text, int most) {
    int names = 0;
    int at = 0;
    while (at < text.length() && names < most) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (Character.getType(point) == Character.UPPERCASE_LETTER && goesOn(text, at)) {
        names++;
        while (goesOn(text, at)) {
          at++;
        }
      }
    }
    return names;
  }

  private static boolean goesOn(String text, int at) {
    char c = at < text.length() ? text.charAt(at) : ' ';
    return c < 0x80 && (c == '-' || Character.isLetterOrDigit(c));
  }

  private static boolean asksAtTheEnd(String text) {
    int last = Math.max(text.lastIndexOf('？'), text.lastIndexOf('?'));
    return last >= 0 && Words.QUESTION.matcher(text).region(last, text.length()).lookingAt();
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
    static final Phrases SELF = Phrases.among(Phrases.Border.OF_ASCII, "我", "i", "my", "we", "our");
    static final Pattern QUESTION = Pattern.compile("[？?]\\s*$");
  }
}
