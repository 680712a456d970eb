package io.gistmill.classifier.names;

import io.gistmill.classifier.names.Piece.Gap;
import io.gistmill.classifier.text.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds names in a text: those of the [Dictionary] in both scripts, and what nobody has listed.
///
/// Unlisted are, with the releases behind them ([Versions]): a word with an inner capital or with
/// digits; words with capitals in a row; a single word with a capital that the language does not
/// know, where no sentence begins with it or where it comes again; hashtags and mentions.
final class NameFinder {

  private static final int LONGEST_LISTED = 6;
  private static final int LONGEST_RUN = 4;
  private static final int LONGEST_ABBREVIATION = 4;

  private static final SortedSet<String> CALENDAR =
      new TreeSet<>(
          List.of(
              "monday",
              "tuesday",
              "wednesday",
              "thursday",
              "friday",
              "saturday",
              "sunday",
              "january",
              "february",
              "march",
              "april",
              "may",
              "june",
              "july",
              "august",
              "september",
              "october",
              "november",
              "december",
              "jan",
              "feb",
              "mar",
              "apr",
              "jun",
              "jul",
              "aug",
              "sep",
              "sept",
              "oct",
              "nov",
              "dec",
              "english",
              "christmas"));

  /// Which nobody writes without a capital, or few.
  private static final SortedSet<String> PLAIN =
      new TreeSet<>(List.of("principal", "founding", "devops", "frontend", "fullstack", "agentic"));

  private final String text;
  private final List<Piece> pieces;
  private final Background background;
  private final Sightings found;

  /// How often each word stands in the text; null as long as nobody has asked.
  private @Nullable WordCounts times;

  private NameFinder(Folded words, List<Piece> pieces, Background background, Sightings found) {
    this.text = words.text();
    this.pieces = pieces;
    this.background = background;
    this.found = found;
  }

  private static WordCounts times(List<Piece> pieces) {
    var times = new WordCounts(pieces.size());
    pieces.forEach(piece -> times.add(piece.text(), 1));
    return times;
  }

  /// @param pieces of the text
  static void find(Folded words, List<Piece> pieces, Background background, Sightings found) {
    var finder = new NameFinder(words, pieces, background, found);
    finder.findLatin();
    finder.findHan();
  }

  private void findHan() {
    Dictionary names = Dictionary.ofNames();
    int at = 0;
    while (at < text.length()) {
      int end = names.hanEnd(text, at);
      if (end > at) {
        found.add(names.han(text, at, end), at);
      }
      at = Math.max(end, at + 1);
    }
  }

  private void findLatin() {
    int at = 0;
    while (at < pieces.size()) {
      int end = listed(at);
      if (end == at) {
        end = pieces.get(at).gap() == Gap.MENTION ? mention(at) : unlisted(at);
      }
      at = Math.max(end, at + 1);
    }
  }

  /// @return where it ends with its release, or the beginning when nothing is listed
  private int listed(int from) {
    int end = listedEnd(from);
    if (end == from) {
      return from;
    }
    String key = key(from, end);
    String listed = Dictionary.ofNames().get(key);
    String name = listed == null ? key : listed;
    if (name.equals("mit") && PlainWords.isLicensed(text, pieces.get(end - 1).end())) {
      return end;
    }
    if (Dictionary.ofNames().isReleased(name)) {
      return withVersions(name, from, end);
    }
    found.add(name, pieces.get(from).start());
    return end;
  }

  /// Where the longest listed name ends that begins here; here when none does.
  private int listedEnd(int from) {
    SpellingTree spellings = Dictionary.ofNames().spellings();
    int last = Math.min(from + LONGEST_LISTED, pieces.size());
    int end = from;
    int place = SpellingTree.ROOT;
    for (int i = from;
        i < last && place != SpellingTree.NOWHERE && (i == from || pieces.get(i).follows());
        i++) {
      place = pieces.get(i).along(spellings, place);
      String name = spellings.value(place);
      if (name != null && (i > from || isWrittenAsName(pieces.get(from), name))) {
        end = i + 1;
      }
    }
    return end;
  }

  private static boolean isWrittenAsName(Piece piece, String name) {
    return !piece.startsWithDigit()
        && (piece.isCapitalised()
            || piece.isUnusual()
            || piece.gap() == Gap.TOPIC
            || piece.gap() == Gap.MENTION
            || !Dictionary.ofNames().isOrdinaryWord(name));
  }

  private int withVersions(String name, int from, int end) {
    int place = pieces.get(from).start();
    found.add(name, place);
    int last = Versions.end(pieces, end, text);
    if (last == end) {
      return end;
    }
    List<Piece> versions = pieces.subList(end, last);
    found.add(name + "/" + Versions.key(versions), place);
    return withOthers(name, versions, place, last);
  }

  /// Each release behind a slash is one of the same name.
  private int withOthers(String name, List<Piece> versions, int place, int from) {
    int at = from;
    while (at < pieces.size() && Versions.isBehindSlash(pieces.get(at), text)) {
      int end = Versions.end(pieces, at, text);
      if (end == at) {
        return at;
      }
      List<Piece> other = new ArrayList<>(Versions.shared(versions, pieces.get(at)));
      other.addAll(pieces.subList(at, end));
      found.add(name + "/" + Versions.key(other), place);
      at = end;
    }
    return at;
  }

  private int mention(int at) {
    int end = at + 1;
    while (end < pieces.size() && pieces.get(end).gap() == Gap.JOINED) {
      end++;
    }
    found.add("@" + key(at, end), pieces.get(at).start());
    return end;
  }

  private int unlisted(int at) {
    int end = at;
    while (end < pieces.size() && end - at < LONGEST_RUN && isOfRun(at, end)) {
      end++;
    }
    int from = at;
    while (from < end
        && isOrdinary(pieces.get(from))
        && (beginsSentence(from) || end - from == 1)) {
      from++;
    }
    if (from == end) {
      return end;
    }
    int behind = Versions.end(pieces, end, text);
    if (PlainWords.isLicence(pieces.get(from).lower(), pieces.get(end - 1).lower(), behind > end)) {
      return behind;
    }
    if (isOfKind(from, end)) {
      return end;
    }
    if (end - from > 1) {
      return run(withoutArticle(from, end), end);
    }
    return isName(from) ? withVersions(pieces.get(from).key(), from, end) : end;
  }

  private boolean isOfRun(int from, int at) {
    Piece piece = pieces.get(at);
    boolean name =
        piece.isCapitalised()
            || piece.isUnusual() && !piece.startsWithDigit()
            || piece.gap() == Gap.TOPIC;
    return name
        && !PlainWords.isPlain(piece, text)
        && (at == from || piece.follows() && listedEnd(at) == at);
  }

  /// Plain words before one of the [Kinds]; behind `The` they are a title.
  private boolean isOfKind(int from, int end) {
    if (!Kinds.isKind(pieces.get(end - 1).lower(), end - from)) {
      return Kinds.isPhrase(key(from, end));
    }
    boolean role = Kinds.isRole(pieces.get(end - 1).lower());
    boolean plain = !pieces.get(from).lower().equals("the");
    for (int i = from; plain && i < end - 1; i++) {
      plain = isPlain(pieces.get(i), role) && pieces.get(i).text().length() > 1;
    }
    return plain || Kinds.isPhrase(key(from, end));
  }

  /// An ordinary word, or before a role a short one that is written in capitals for no other reason
  /// than that it is short, as `QA` is; what begins with `AI` may be a name: `AI Scientist`.
  private boolean isPlain(Piece piece, boolean role) {
    String word = piece.lower();
    return isOrdinary(piece)
        || PLAIN.contains(word)
        || role
            && piece.text().length() <= LONGEST_ABBREVIATION
            && !word.equals("ai")
            && background.isCommonWord(word);
  }

  /// Behind the `AI` or `The` of what is a name without it: `AI Co-Pathologist`.
  private int withoutArticle(int from, int end) {
    String first = pieces.get(from).lower();
    boolean article = first.equals("ai") || first.equals("the");
    return article && isNameByItself(from + 1, end) ? from + 1 : from;
  }

  private boolean isNameByItself(int from, int end) {
    if (end - from == 1) {
      Piece piece = pieces.get(from);
      return piece.isUnusual() && piece.text().length() > LONGEST_ABBREVIATION;
    }
    return !isOrdinary(from, end) || pieces.get(from + 1).gap() == Gap.JOINED;
  }

  /// Words with capitals in a row; in an English text ordinary words alone are a headline.
  private int run(int from, int end) {
    if (!isOrdinary(from, end) || isAmongHan(from, end)) {
      String name = key(from, end);
      for (int i = from; i < end; i++) {
        if (pieces.get(i).isUnusual() && pieces.get(i).text().length() > 3) {
          found.add(pieces.get(i).key(), pieces.get(i).start());
        }
      }
      return withVersions(name, from, end);
    }
    return end;
  }

  private boolean isName(int at) {
    Piece piece = pieces.get(at);
    if (piece.text().length() < 2) {
      return false;
    }
    return piece.isUnusual() || isAmongHan(at, at + 1) || !beginsSentence(at) || comesAgain(piece);
  }

  private boolean comesAgain(Piece piece) {
    if (times == null) {
      times = times(pieces);
    }
    return times.count(piece.text()) > 1;
  }

  private boolean isOrdinary(int from, int end) {
    boolean ordinary = true;
    for (int i = from; i < end; i++) {
      ordinary &= isOrdinary(pieces.get(i));
    }
    return ordinary;
  }

  private boolean isOrdinary(Piece piece) {
    String word = piece.lower();
    return !piece.isUnusual()
        && (background.isCommonWord(word)
            || CALENDAR.contains(word)
            || Dictionary.ofConcepts().get(word) != null);
  }

  private boolean beginsSentence(int at) {
    for (int i = pieces.get(at).start() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c != ' ') {
        return "\n.!?:;\"'“”‘(-*•·>|—".indexOf(c) >= 0 || !Character.isLetterOrDigit(c) && c != ',';
      }
    }
    return true;
  }

  /// Whether the next letter on one side in the same line is Han.
  private boolean isAmongHan(int from, int end) {
    return hanFrom(pieces.get(from).start() - 1, -1) || hanFrom(pieces.get(end - 1).end(), 1);
  }

  private boolean hanFrom(int start, int step) {
    for (int i = start; i >= 0 && i < text.length(); i += step) {
      char c = text.charAt(i);
      if (c == '\n' || Character.isLetterOrDigit(c)) {
        return Scripts.isHan(c);
      }
    }
    return false;
  }

  private String key(int from, int end) {
    var key = new StringBuilder();
    for (Piece piece : pieces.subList(from, end)) {
      key.append(piece.key());
    }
    return key.toString();
  }
}
