package io.gistmill.query;

import io.gistmill.query.WordAnalyzer.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Words that must follow one another.
///
/// @param words in order; characters and pairs that an earlier pair reaches into are left out,
///   since positions tell the same
record Phrase(List<Word> words) {

  static Phrase of(String text) {
    var chosen = new ArrayList<Word>();
    for (Word word : WordAnalyzer.INSTANCE.words(text)) {
      add(word, chosen);
    }
    return new Phrase(List.copyOf(chosen));
  }

  private static void add(Word word, List<Word> chosen) {
    Word last = chosen.isEmpty() ? null : chosen.getLast();
    if (last != null && word.length() > 1 && last.position() == word.position()) {
      chosen.removeLast();
    } else if (last != null && last.position() + last.length() > word.position()) {
      return;
    }
    chosen.add(word);
  }

  Query query() {
    if (words.size() == 1) {
      return new TermQuery(term(words.getFirst()));
    }
    var phrase = new PhraseQuery.Builder();
    for (Word word : words) {
      phrase.add(term(word), word.position());
    }
    return phrase.build();
  }

  private static Term term(Word word) {
    return new Term(Fields.WORDS, word.text());
  }
}
