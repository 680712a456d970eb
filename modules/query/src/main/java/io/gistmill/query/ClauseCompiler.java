package io.gistmill.query;

import io.gistmill.domain.Language;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Turns the single words, phrases and ranges of one query into queries, and counts them.
final class ClauseCompiler {

  private static final List<String> LANGUAGES =
      Arrays.stream(Language.values()).map(Language::name).map(Fields::folded).toList();

  private int clauses;
  private int prefixes;

  Query word(FieldQueryNode node) throws Refusal {
    count(node);
    int stars = stars(node.getText());
    if (stars == 0) {
      return literal(node);
    }
    String text = node.getTextAsString();
    if (stars > 1 || !text.endsWith("*")) {
      throw new Refusal(
          "'" + text + "' has * or ? elsewhere than at its end",
          node.getBegin(),
          "write the beginning of a word and one *, such as retriev*");
    }
    return prefix(node, text.substring(0, text.length() - 1));
  }

  Query phrase(QuotedFieldQueryNode node) throws Refusal {
    count(node);
    return literal(node);
  }

  Query range(TermRangeQueryNode node) throws Refusal {
    FieldQueryNode lower = node.getLowerBound();
    count(lower);
    String field = lower.getFieldAsString();
    if (!Fields.isConfidence(field)) {
      throw new Refusal(
          field.equals(Fields.WORDS) ? "words have no ranges" : field + " has no ranges",
          lower.getBegin(),
          "ranges are for confidence alone, such as confidence:[0.8 TO 1]");
    }
    return ConfidenceRange.of(node);
  }

  private Query literal(FieldQueryNode node) throws Refusal {
    String field = node.getFieldAsString();
    String text = node.getTextAsString();
    if (field.equals(Fields.WORDS)) {
      return words(node, text);
    }
    checkField(node, field);
    String name = Fields.folded(text);
    if (field.equals(Fields.LANGUAGE)) {
      checkLanguage(node, name);
    }
    return new TermQuery(new Term(field, name));
  }

  private static Query words(FieldQueryNode node, String text) throws Refusal {
    Phrase phrase = Phrase.of(text);
    int words = phrase.words().size();
    if (words == 0) {
      throw new Refusal("'" + text + "' holds no word", node.getBegin(), "write letters or digits");
    }
    if (words > QueryLimits.MOST_WORDS_OF_A_PHRASE) {
      throw new Refusal(
          "a phrase has " + words + " words",
          node.getBegin(),
          "use at most " + QueryLimits.MOST_WORDS_OF_A_PHRASE);
    }
    return phrase.query();
  }

  private Query prefix(FieldQueryNode node, String beginning) throws Refusal {
    String field = node.getFieldAsString();
    boolean words = field.equals(Fields.WORDS);
    if (!words) {
      checkField(node, field);
    }
    String folded = words ? WordAnalyzer.INSTANCE.folded(beginning) : Fields.folded(beginning);
    if (folded.length() < QueryLimits.FEWEST_LETTERS_OF_A_PREFIX) {
      throw new Refusal(
          "'" + beginning + "*' would meet too much",
          node.getBegin(),
          "write at least " + QueryLimits.FEWEST_LETTERS_OF_A_PREFIX + " letters before *");
    }
    if (++prefixes > QueryLimits.MOST_PREFIXES) {
      throw new Refusal(
          "there are more than " + QueryLimits.MOST_PREFIXES + " words that end in *",
          node.getBegin(),
          "write some of them in full");
    }
    if (words
        && WordAnalyzer.INSTANCE.words(folded).stream().noneMatch(w -> w.text().equals(folded))) {
      throw new Refusal(
          "'" + beginning + "*' begins with more than one word",
          node.getBegin(),
          "leave out *, or write one word before it; Chinese needs none");
    }
    return new PrefixQuery(new Term(field, folded));
  }

  private void count(FieldQueryNode node) throws Refusal {
    if (++clauses > QueryLimits.MOST_CLAUSES) {
      throw new Refusal(
          "there are more than " + QueryLimits.MOST_CLAUSES + " words, phrases and fields",
          node.getBegin(),
          "use fewer, or make two subscriptions");
    }
  }

  private static void checkField(FieldQueryNode node, String field) throws Refusal {
    if (Fields.isConfidence(field)) {
      throw new Refusal(
          "confidence is asked for by a range",
          node.getBegin(),
          "write confidence:[0.8 TO 1] or confidence>=0.8");
    }
    if (!Fields.NAMES.contains(field)) {
      throw noField(field, Math.max(0, node.getBegin() - field.length() - 1));
    }
  }

  private static Refusal noField(String field, int position) {
    return new Refusal(
        "there is no field '" + field + "'",
        position,
        "fields are "
            + String.join(", ", Fields.NAMES)
            + " and confidence; text with a colon goes into quotation marks");
  }

  /// An address looks like a field with a regular expression.
  Refusal refused(RegexpQueryNode node, String text) {
    String field = node.getFieldAsString();
    boolean known = field.equals(Fields.WORDS) || Fields.NAMES.contains(field);
    return known
        ? new Refusal(
            "regular expressions (/) cannot be used",
            text.indexOf('/'),
            "use beginnings such as retriev*, and put a literal / into quotation marks")
        : noField(field, Math.max(0, text.indexOf(field + ":")));
  }

  private static void checkLanguage(FieldQueryNode node, String name) throws Refusal {
    if (!LANGUAGES.contains(name)) {
      throw new Refusal(
          "there is no language '" + name + "'",
          node.getBegin(),
          "languages are " + String.join(", ", LANGUAGES));
    }
  }

  /// How many `*` and `?` of a word are meant as such.
  private static int stars(CharSequence text) {
    int stars = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean wild = text.charAt(i) == '*' || text.charAt(i) == '?';
      boolean escaped = text instanceof UnescapedCharSequence unescaped && unescaped.wasEscaped(i);
      stars += wild && !escaped ? 1 : 0;
    }
    return stars;
  }
}
