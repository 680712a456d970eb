package io.gistmill.classifier.taxonomy;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.gistmill.classifier.taxonomy.TaxonomyTopic.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Finds all terms of all topics in one pass over a text.
///
/// (Aho and Corasick, "Efficient string matching: an aid to bibliographic search", 1975, with the
/// automaton laid out in arrays.) Immutable and safe for all threads.
final class TermIndex {

  /// What a term means for one topic.
  ///
  /// @param id counts all senses from 0
  /// @param topic place in the taxonomy
  record Sense(int id, int topic, double weight, boolean negative) {}

  /// @param end behind the last unit, a plural `s` included
  record Hit(int start, int end, Sense sense) {}

  private record Entry(List<Sense> senses, boolean checkStart, boolean checkEnd, boolean plural) {}

  private final AhoCorasickDoubleArrayTrie<Entry> automaton = new AhoCorasickDoubleArrayTrie<>();
  private final int senses;
  private final boolean empty;

  TermIndex(List<TaxonomyTopic> topics) {
    var entries = new TreeMap<String, Entry>();
    int id = 0;
    for (int topic = 0; topic < topics.size(); topic++) {
      for (Term term : topics.get(topic).terms()) {
        add(entries, term, new Sense(id++, topic, term.weight(), false));
      }
      for (Term term : topics.get(topic).negatives()) {
        add(entries, term, new Sense(id++, topic, term.weight(), true));
      }
    }
    this.senses = id;
    this.empty = entries.isEmpty();
    if (!empty) {
      automaton.build(entries);
    }
  }

  /// How many senses there are; ids lie below.
  int senses() {
    return senses;
  }

  /// All hits, in the order of their ends; those of one topic may overlap.
  ///
  /// @param text folded
  List<Hit> find(char[] text) {
    var hits = new ArrayList<Hit>();
    if (!empty) {
      automaton.parseText(text, (start, end, entry) -> collect(text, start, end, entry, hits));
    }
    return hits;
  }

  private static void collect(char[] text, int start, int end, Entry entry, List<Hit> hits) {
    if (entry.checkStart() && start > 0 && Letters.isSpaced(text[start - 1])) {
      return;
    }
    int wordEnd = entry.checkEnd() ? wordEnd(text, end, entry.plural()) : end;
    if (wordEnd >= 0) {
      for (Sense sense : entry.senses()) {
        hits.add(new Hit(start, wordEnd, sense));
      }
    }
  }

  /// Where the word that ends in a term ends, or -1 when it goes on beyond a plural.
  private static int wordEnd(char[] text, int end, boolean plural) {
    if (endsAt(text, end)) {
      return end;
    }
    return plural && text[end] == 's' && endsAt(text, end + 1) ? end + 1 : -1;
  }

  private static boolean endsAt(char[] text, int end) {
    return end == text.length || !Letters.isSpaced(text[end]);
  }

  private static void add(TreeMap<String, Entry> entries, Term term, Sense sense) {
    String folded = FoldedText.term(term.text());
    entries.computeIfAbsent(folded, TermIndex::entry).senses().add(sense);
  }

  private static Entry entry(String term) {
    char last = term.charAt(term.length() - 1);
    return new Entry(
        new ArrayList<>(),
        Letters.isSpaced(term.charAt(0)),
        Letters.isSpaced(last),
        term.length() > 2 && Character.isLetter(last) && last != 's');
  }
}
