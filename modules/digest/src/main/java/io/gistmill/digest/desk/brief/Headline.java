package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chooses the words over a post: its title, or else that sentence near its beginning, or part of
/// one, which says most of what an editor would; where the post itself has none, those of a quoted
/// post, a note, or the address it points to. [ExcerptWeights] tells how much each promises.
final class Headline {

  /// About 58 Chinese characters or 116 Latin letters.
  static final int COLUMNS = 116;

  /// Words below this say too little where others follow: a sigh, a name.
  private static final int MEANINGFUL = 14;

  private static final int LINES_TRIED = 10;
  private static final int SENTENCES_TRIED = 40;

  /// So many sentences of these lines are looked at.
  private static final int SENTENCES_READ = 8;

  /// UTF-16 units of a title or line that are looked at; what makes a headline stands before that.
  private static final int LINE_READ = 1_000;

  /// Up to a bracket that it does not open or close itself.
  private static final String ADDRESS_ALONE =
      "https?://(?:[\\x21-\\x7e&&[^()]]++|\\([\\x21-\\x7e&&[^()]]*+\\))++";

  /// With the brackets that hold nothing else.
  private static final Pattern ADDRESS =
      Pattern.compile("[（(]\\s*+" + ADDRESS_ALONE + "\\s*+[）)]|" + ADDRESS_ALONE);

  private static final Pattern UNCLOSED = Pattern.compile("\\[(?=[^\\]]*$)");

  private static final String TRANSLATION = "(?:全文|中)?(?:翻[译譯]|[译譯]文?)";

  /// Says of a title that it is a translation; in round brackets, which hold other things too, at
  /// the end alone.
  private static final Pattern TRANSLATED =
      Pattern.compile(" ?(?:\\[T]|【T】|（T）$|\\(T\\)$)".replace("T", TRANSLATION));

  private static final Pattern TRAILING_HASHTAG = Pattern.compile("\\s*#[^\\s#]+$");
  private static final Pattern EMPTY_CLAUSE = Pattern.compile("([，、,：])\\s*[，、,：]");

  private Headline() {}

  static String of(Post post) {
    return Stream.of(
            Stream.ofNullable(post.title()).map(Headline::fit),
            texts(post).map(Headline::from),
            post.notes().stream().map(Headline::from))
        .flatMap(headlines -> headlines)
        .filter(headline -> !headline.isEmpty())
        .findFirst()
        .orElseGet(() -> address(post));
  }

  /// Its own, then those quoted; where it only says "this", the other way round.
  private static Stream<String> texts(Post post) {
    Stream<String> own = Stream.of(post.text());
    Stream<String> quoted = post.quoted().stream().map(Quote::text);
    return !post.quoted().isEmpty() && Summary.saysLittle(post.text())
        ? Stream.concat(quoted, own)
        : Stream.concat(own, quoted);
  }

  static String from(String text) {
    return from(text, ExcerptWeights.shipped());
  }

  static String from(String text, ExcerptWeights weights) {
    return weights.best(candidates(text)).map(Excerpt::text).orElse("");
  }

  /// Excerpts of the first sentences that say enough and stand for themselves; where none does, all
  /// that say enough, or all.
  static List<Excerpt> candidates(String text) {
    String lines =
        lines(text).stream().map(Headline::withoutHashtags).collect(Collectors.joining("\n"));
    List<Sentence> sentences = Sentences.first(SENTENCES_READ, lines);
    List<Excerpt> all = Excerpts.of(lines, sentences, COLUMNS);
    List<Excerpt> meaningful = all.stream().filter(one -> one.width() >= MEANINGFUL).toList();
    List<Excerpt> standing = meaningful.stream().filter(Excerpt::stands).toList();
    return !standing.isEmpty() ? standing : meaningful.isEmpty() ? all : meaningful;
  }

  /// The first lines that have words, without marks, addresses and boilerplate.
  private static List<String> lines(String text) {
    List<Sentence> sentences = Sentences.first(SENTENCES_TRIED, text);
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sentences.size() && lines.size() < LINES_TRIED; i++) {
      if (i == sentences.size() || sentences.get(i).line() != sentences.get(from).line()) {
        int start = sentences.get(from).start();
        lines.add(plain(beginning(text, start, sentences.get(i - 1).end())));
        from = i;
      }
    }
    return lines;
  }

  private static String beginning(String text, int from, int to) {
    int end = Math.min(to, from + LINE_READ);
    boolean halved = end < to && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(from, halved ? end - 1 : end);
  }

  private static String plain(String line) {
    String words = Markup.plain(line);
    words = words.contains("http") ? ADDRESS.matcher(words).replaceAll(" ") : words;
    words = withSingleBlanks(words);
    words = hasOneOf("译譯", words) ? TRANSLATED.matcher(words).replaceAll("") : words;
    words = hasOneOf("[", words) ? UNCLOSED.matcher(words).replaceAll("") : words;
    words = hasEmptyClause(words) ? EMPTY_CLAUSE.matcher(words).replaceAll("$1") : words;
    return words.substring(Marks.skip(words, 0, words.length())).strip();
  }

  private static boolean hasOneOf(String marks, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// With one blank in the place of all white space that stands together.
  private static String withSingleBlanks(String text) {
    var words = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        words.append(c);
      } else if (!blank) {
        words.append(' ');
      }
      blank = isBlank(c);
    }
    return words.toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /// Whether [#EMPTY_CLAUSE] finds anything.
  private static boolean hasEmptyClause(String words) {
    boolean open = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean mark = "，、,：".indexOf(c) >= 0;
      if (mark && open) {
        return true;
      }
      open = mark || open && c == ' ';
    }
    return false;
  }

  private static String fit(String title) {
    return Cut.trimmed(Cut.to(plain(beginning(title, 0, title.length())), COLUMNS));
  }

  private static String withoutHashtags(String line) {
    if (line.indexOf('#') < 0) {
      return line;
    }
    String before = line;
    String after = TRAILING_HASHTAG.matcher(before).replaceFirst("");
    while (!after.equals(before) && !after.isBlank()) {
      before = after;
      after = TRAILING_HASHTAG.matcher(before).replaceFirst("");
    }
    return after.isBlank() ? before : after;
  }

  private static String address(Post post) {
    String link = post.links().isEmpty() ? post.link() : post.links().getFirst();
    String bare = Objects.requireNonNullElse(link, post.author()).replaceFirst("^https?://", "");
    return bare.substring(0, Width.prefix(bare, COLUMNS));
  }
}
