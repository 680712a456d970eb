package io.gistmill.classifier.names;

import io.gistmill.domain.Post;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The words of a post, against which sentences about it are held: title, text and whole quoted
/// texts, with code and without addresses, in one script and width.
///
/// It bears a sentence out when
///
/// 1. every number of the sentence is one of its own, in digits or words: `467 亿` is `46.7B`.
///    Powers of ten, percent, times (`倍`, `x`) and bytes are compared; what is counted is not: `3
///    days` bears out `3 weeks`;
/// 2. every name is one of its own: listed ones in both scripts, with their version, others with
///    the number that belongs to them, and Latin words with a capital or a digit that no sentence
///    begins with;
/// 3. half of what the sentence is about it is about too.
///
/// Chinese names that nobody has listed look like other words; only the third rule sees them.
public final class Source {

  /// In percent of the sentence's terms.
  private static final int LEAST_SHARED = 50;

  private static final String ELSEWHERE = "its words are too far from those of the post";
  private static final String SENTENCE_ENDS = ".!?:;\n。！？：；";

  private final Figures figures;
  private final SortedSet<String> names;
  private final Set<String> words;
  private final Set<String> terms;

  private Source(Figures figures, SortedSet<String> names, Set<String> words, Set<String> terms) {
    this.figures = figures;
    this.names = names;
    this.words = words;
    this.terms = terms;
  }

  public static Source of(Post post) {
    String text = Folded.sent(post);
    List<Piece> pieces = Piece.of(text);
    return new Source(
        Figures.of(text),
        names(text, pieces),
        pieces.stream().map(Piece::key).collect(Collectors.toUnmodifiableSet()),
        ContentTerms.of(text, pieces));
  }

  private static SortedSet<String> names(String text, List<Piece> pieces) {
    var folded = new Folded(text, text.length(), text.length());
    var found = new Sightings(folded);
    NameFinder.find(folded, pieces, Background.shipped(), found);
    return found.names();
  }

  /// What the post does not bear out, for people; empty when it bears out everything.
  public Optional<String> objection(String sentence) {
    String text = Folded.fold(sentence);
    List<Piece> pieces = Piece.of(text);
    return Figures.of(text)
        .missingFrom(figures)
        .map(number -> "the number " + number + " does not stand in the post")
        .or(
            () ->
                missingName(text, pieces)
                    .map(name -> "the name " + name + " does not stand in the post"))
        .or(() -> sharesEnough(text, pieces) ? Optional.empty() : Optional.of(ELSEWHERE));
  }

  private Optional<String> missingName(String text, List<Piece> pieces) {
    return listed(text, pieces).stream()
        .filter(name -> !isNamed(name))
        .findFirst()
        .or(
            () ->
                pieces.stream()
                    .filter(piece -> looksLikeName(text, piece) && !isKnown(piece))
                    .map(Piece::text)
                    .findFirst());
  }

  /// A release may be called by the beginning of its name: `Gemini 1.5` where `Gemini 1.5 Pro`
  /// stands, but not `Gemini 1`.
  private boolean isNamed(String name) {
    return names.tailSet(name).stream()
        .takeWhile(other -> other.startsWith(name))
        .anyMatch(
            other ->
                other.length() == name.length()
                    || name.indexOf('/') >= 0 && !continuesNumber(other.charAt(name.length())));
  }

  private static boolean continuesNumber(char c) {
    return c == '.' || Character.isDigit(c);
  }

  /// Names that have one spelling for all, and releases; the words of others are looked for one by
  /// one.
  private static SortedSet<String> listed(String text, List<Piece> pieces) {
    var listed = new TreeSet<String>();
    for (String name : names(text, pieces)) {
      String thing = name.indexOf('/') < 0 ? name : name.substring(0, name.indexOf('/'));
      if (name.startsWith("@") || Dictionary.ofNames().get(Dictionary.key(thing)) != null) {
        listed.add(name);
      }
    }
    return listed;
  }

  private boolean looksLikeName(String text, Piece piece) {
    if (piece.startsWithDigit() || piece.lower().equals("i")) {
      return false;
    }
    boolean begins = beginsSentence(text, piece);
    return piece.isUnusual() || piece.isCapitalised() && !(begins && isOrdinary(piece));
  }

  private static boolean isOrdinary(Piece piece) {
    return Background.shipped().isCommonWord(piece.lower())
        && Dictionary.ofNames().get(piece.key()) == null;
  }

  /// Listed names have been held against the post under their one spelling.
  private boolean isKnown(Piece piece) {
    String listed = Dictionary.ofNames().get(piece.key());
    return words.contains(piece.key()) || listed != null && names.contains(listed);
  }

  private static boolean beginsSentence(String text, Piece piece) {
    for (int i = piece.start() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (SENTENCE_ENDS.indexOf(c) >= 0) {
        return true;
      }
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private boolean sharesEnough(String text, List<Piece> pieces) {
    Set<String> said = ContentTerms.of(text, pieces);
    long shared = said.stream().filter(terms::contains).count();
    return !said.isEmpty() && shared * 100 >= LEAST_SHARED * (long) said.size();
  }
}
