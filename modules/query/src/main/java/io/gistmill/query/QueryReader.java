package io.gistmill.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;

/// Reads the text of a query: its size first, then its syntax by Lucene's parser, then what it
/// means.
final class QueryReader {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern LEXER_COLUMN = Pattern.compile("column (\\d+)");

  private static final String QUOTES_IN_PAIRS =
      "quotation marks come in pairs, and \\ stands before a character that is meant literally";

  private QueryReader() {}

  static PostQuery read(String text) {
    try {
      // Of the same length, so that positions stay right.
      String oneLine = CONTROL.matcher(text).replaceAll(" ");
      checkSize(oneLine);
      var compiler = new QueryCompiler(oneLine);
      return new PostQuery.Parsed(text, compiler.compile(syntaxOf(oneLine)));
    } catch (Refusal refusal) {
      return refusal.of(text);
    }
  }

  private static void checkSize(String text) throws Refusal {
    if (text.isBlank()) {
      throw new Refusal("there is nothing to look for", 0, "write a word, or leave the filter out");
    }
    if (text.length() > QueryLimits.MOST_CHARACTERS) {
      throw new Refusal(
          "the query is " + text.length() + " characters long",
          QueryLimits.MOST_CHARACTERS,
          "use at most " + QueryLimits.MOST_CHARACTERS);
    }
    // Before the parser, which calls itself once for each bracket.
    long brackets = text.chars().filter(c -> c == '(').count();
    if (brackets > QueryLimits.MOST_BRACKETS) {
      throw new Refusal(
          "there are " + brackets + " opening brackets",
          text.indexOf('('),
          "use at most " + QueryLimits.MOST_BRACKETS);
    }
  }

  private static QueryNode syntaxOf(String text) throws Refusal {
    try {
      return new StandardSyntaxParser().parse(text, Fields.WORDS);
    } catch (ParseException e) {
      throw unexpected(e, text);
    } catch (QueryNodeParseException e) {
      throw new Refusal("the text breaks off", lexerPosition(e, text), QUOTES_IN_PAIRS);
    } catch (NumberFormatException e) {
      throw new Refusal("a number is out of range", 0, "leave out ~ and @ with their numbers");
    }
  }

  private static Refusal unexpected(ParseException e, String text) {
    Token token = e.currentToken == null ? null : e.currentToken.next;
    if (token == null || token.image.isEmpty()) {
      return new Refusal(
          "something is missing at the end",
          text.length(),
          "AND, OR, NOT and : need something behind them, and brackets come in pairs");
    }
    return new Refusal(
        "'" + token.image + "' cannot stand here",
        token.beginColumn,
        "put what is meant literally into quotation marks");
  }

  private static int lexerPosition(QueryNodeParseException e, String text) {
    Matcher column = LEXER_COLUMN.matcher(String.valueOf(e.getCause()));
    return column.find() ? Integer.parseInt(column.group(1)) : text.length();
  }
}
