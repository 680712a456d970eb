package io.gistmill.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/// Parts text into words by the rules of Unicode (UAX 29), folds case and width, and takes Chinese,
/// Japanese and Korean both by single characters and by pairs of them, which need no dictionary.
final class WordAnalyzer extends Analyzer {

  /// Serves all threads.
  static final WordAnalyzer INSTANCE = new WordAnalyzer();

  private static final int ALL_SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  private WordAnalyzer() {}

  /// @param position of the word, from 0; a pair stands where its first character does
  /// @param length 2 for a pair of characters
  record Word(String text, int position, int length) {}

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    TokenStream folded = new LowerCaseFilter(new CJKWidthFilter(words));
    return new TokenStreamComponents(words, new CJKBigramFilter(folded, ALL_SCRIPTS, true));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new LowerCaseFilter(new CJKWidthFilter(in));
  }

  /// Between headline and summary, so that no phrase begins in one and ends in the other.
  @Override
  public int getPositionIncrementGap(String field) {
    return 100;
  }

  List<Word> words(String text) {
    var words = new ArrayList<Word>();
    try (TokenStream stream = tokenStream(Fields.WORDS, text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      var length = stream.addAttribute(PositionLengthAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        words.add(new Word(term.toString(), position, length.getPositionLength()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot be read", e);
    }
    return words;
  }

  /// Folded like a word, in one piece.
  String folded(String text) {
    return normalize(Fields.WORDS, text).utf8ToString();
  }
}
