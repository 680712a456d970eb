package io.gistmill.digest.desk.brief;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How well each sentence of a text speaks for the whole. Whole numbers throughout, so that no two
/// machines differ.
///
/// | feature | thousandths |
/// |---|---|
/// | any sentence | 300 |
/// | place: the first 300, the fourth half of it | 0 to 300 |
/// | its terms in other sentences (each counts up to four) | 0 to 400 |
/// | terms of the headline in it | 0 to 150 |
/// | says that something came out | 100 |
/// | names a number | 40 |
/// | ends like a sentence | 60 |
/// | only repeats the headline | -450 |
/// | over a whole summary | -300 |
/// | under 40 columns | -100 |
/// | under 24 columns | -1000 |
/// | ends with a colon | -350 |
/// | asks | -200 |
/// | asks the reader to do something | -350 |
/// | item of a list | -100 |
/// | words of a link | -250 |
/// | rest of a sentence behind an address | -500 |
/// | mentions an account | -60 |
/// | mostly marks or figures, as prompts, code and tables are | -300 |
final class SentenceWeights {

  private static final int COUNTED = 4;
  private static final Pattern NUMBER = Pattern.compile("\\d");
  private static final Pattern FULL_END = Pattern.compile("[。！.!][\"'”’」』）)]*$");

  private final List<Sentence> sentences;
  private final List<Terms> terms;
  private final long[] all;
  private final Terms headline;

  SentenceWeights(List<Sentence> sentences, String headline) {
    this.sentences = sentences;
    this.terms = sentences.stream().map(sentence -> Terms.of(sentence.text())).toList();
    this.headline = Terms.of(headline);
    this.all = terms.stream().map(Terms::numbers).flatMapToLong(Arrays::stream).sorted().toArray();
  }

  List<Weighed> weighed() {
    return IntStream.range(0, sentences.size())
        .mapToObj(place -> new Weighed(sentences.get(place), terms.get(place), weight(place)))
        .toList();
  }

  private int weight(int place) {
    Sentence sentence = sentences.get(place);
    return 300
        + 900 / (3 + place)
        + central(terms.get(place))
        + ofHeadline(terms.get(place))
        + length(sentence.text())
        + form(sentence)
        + content(sentence.text());
  }

  private int central(Terms of) {
    int others = Arrays.stream(of.numbers()).mapToInt(this::othersWith).sum();
    return of.size() == 0 ? 0 : 400 * others / (COUNTED * of.size());
  }

  /// How many other sentences have a term, as far as that counts.
  private int othersWith(long term) {
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

  private int ofHeadline(Terms of) {
    int shared = headline.shared(of);
    if (headline.size() == 0 || of.size() == 0) {
      return 0;
    }
    boolean repeats = 10 * shared >= 8 * of.size();
    return repeats ? -450 : 150 * shared / headline.size();
  }

  private static int length(String text) {
    int columns = Width.of(text);
    if (columns < 24) {
      return -1000;
    }
    return columns > Summary.COLUMNS ? -300 : columns < 40 ? -100 : 0;
  }

  private static int form(Sentence sentence) {
    String text = sentence.text();
    int weight = FULL_END.matcher(text).find() ? 60 : 0;
    if (text.endsWith("：") || text.endsWith(":")) {
      weight -= 350;
    }
    if (text.endsWith("？") || text.endsWith("?")) {
      weight -= 200;
    }
    weight -=
        switch (sentence.form()) {
          case WHOLE -> 0;
          case LISTED -> 100;
          case LABEL -> 250;
          case REMNANT -> 500;
        };
    long letters = text.codePoints().filter(Character::isLetter).count();
    return 2 * letters < text.codePoints().count() ? weight - 300 : weight;
  }

  private static int content(String text) {
    int weight = Cues.NEWS.in(text) ? 100 : 0;
    weight += NUMBER.matcher(text).find() ? 40 : 0;
    weight -= Cues.CALL.in(text) ? 350 : 0;
    return text.indexOf('@') >= 0 ? weight - 60 : weight;
  }
}
