package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Emphasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One sentence as its features see it, within its text.
///
/// @param place among the sentences, from 0
/// @param sentences how many there are
/// @param before columns of all sentences before it
/// @param columns of all sentences together
/// @param width of this one, in columns
/// @param lower the sentence in lower case
/// @param leads first of its line
/// @param terms of this sentence
/// @param first terms of the text's first sentence
/// @param headline terms of the headline
/// @param central thousandths of its terms that stand in other sentences, each counted up to four
/// @param behind thousandths of the sentences that share more terms with others, for their length
/// @param emphasis thousandths of log-odds, as [Emphasis#between] has them
record SentenceView(
    Sentence sentence,
    int place,
    int sentences,
    int before,
    int columns,
    int width,
    String lower,
    boolean leads,
    Terms terms,
    Terms first,
    Terms headline,
    int central,
    int behind,
    int emphasis) {

  private static final int COUNTED = 4;
  private static final int CALLS = 3;

  static List<SentenceView> of(List<Sentence> sentences, String headline, Emphasis emphasis) {
    List<Terms> terms = sentences.stream().map(sentence -> Terms.of(sentence.text())).toList();
    long[] all =
        terms.stream().map(Terms::numbers).flatMapToLong(Arrays::stream).sorted().toArray();
    Terms ofHeadline = Terms.of(headline);
    int[] widths = sentences.stream().mapToInt(sentence -> Width.of(sentence.text())).toArray();
    int[] central = terms.stream().mapToInt(of -> central(of, all)).toArray();
    int[] behind = behind(central, widths);
    int columns = Arrays.stream(widths).sum();
    var views = new ArrayList<SentenceView>();
    int before = 0;
    for (int place = 0; place < sentences.size(); place++) {
      Sentence sentence = sentences.get(place);
      int width = widths[place];
      views.add(
          new SentenceView(
              sentence,
              place,
              sentences.size(),
              before,
              columns,
              width,
              sentence.text().toLowerCase(Locale.ROOT),
              place == 0 || sentences.get(place - 1).line() != sentence.line(),
              terms.get(place),
              terms.getFirst(),
              ofHeadline,
              central[place],
              behind[place],
              emphasis.between(sentence.start(), sentence.end())));
      before += width;
    }
    return views;
  }

  private static int[] behind(int[] central, int[] widths) {
    long[] shared = new long[widths.length];
    Arrays.setAll(shared, place -> (long) central[place] * widths[place]);
    long[] rising = shared.clone();
    Arrays.sort(rising);
    var behind = new int[widths.length];
    Arrays.setAll(behind, place -> 1000 * above(shared[place], rising) / widths.length);
    return behind;
  }

  private static int above(long value, long[] rising) {
    int above = 0;
    while (above < rising.length && rising[rising.length - 1 - above] > value) {
      above++;
    }
    return above;
  }

  private static int central(Terms of, long[] all) {
    int others = 0;
    for (long term : of.numbers()) {
      others += othersWith(term, all);
    }
    return of.size() == 0 ? 0 : 1000 * others / (COUNTED * of.size());
  }

  /// How many other sentences have a term, as far as that counts.
  private static int othersWith(long term, long[] all) {
    int at = Arrays.binarySearch(all, term);
    int others = 0;
    for (int i = at - 1; i >= 0 && all[i] == term && others < COUNTED; i--) {
      others++;
    }
    for (int i = at + 1; i < all.length && all[i] == term && others < COUNTED; i++) {
      others++;
    }
    return others;
  }

  String text() {
    return sentence.text();
  }

  boolean endsWithOneOf(String marks) {
    return marks.indexOf(text().charAt(text().length() - 1)) >= 0;
  }

  boolean hasOneOf(String marks) {
    for (int i = 0; i < marks.length(); i++) {
      if (text().indexOf(marks.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  int count(String marks, int most) {
    int count = 0;
    for (int i = 0; i < text().length() && count < most; i++) {
      count += marks.indexOf(text().charAt(i)) >= 0 ? 1 : 0;
    }
    return count;
  }

  /// Whether it says nothing of the subject: it is [Padding], or calls upon the reader in several
  /// ways, to follow and to share. One call, as some phrases overlap, counts twice at the most.
  boolean saysNothing() {
    return Padding.is(lower)
        || Cues.CALL.count(lower, CALLS) + Cues.SALES.count(lower, CALLS) >= CALLS;
  }

  /// Thousandths of the others' terms that stand here too.
  int shareOf(Terms others) {
    return others.size() == 0 ? 0 : 1000 * terms.shared(others) / others.size();
  }

  /// Thousandths of its own terms that stand in the headline too.
  int ofHeadline() {
    return terms.size() == 0 ? 0 : 1000 * terms.shared(headline) / terms.size();
  }

  /// True when it says next to nothing beyond the headline.
  boolean repeatsHeadline() {
    return terms.size() > 0 && 10 * terms.shared(headline) >= 8 * terms.size();
  }
}
