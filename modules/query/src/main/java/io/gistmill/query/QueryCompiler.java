package io.gistmill.query;

import java.util.List;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode.Modifier;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Turns the syntax tree of one query into what Lucene can ask of an index, and refuses every kind
/// of node that is not named here.
final class QueryCompiler {

  private final String text;
  private final ClauseCompiler clauses = new ClauseCompiler();

  QueryCompiler(String text) {
    this.text = text;
  }

  Query compile(QueryNode node) throws Refusal {
    return switch (node) {
      case OrQueryNode or -> any(or.getChildren());
      case AndQueryNode and -> all(and.getChildren());
      case BooleanQueryNode sideBySide -> all(sideBySide.getChildren());
      case ModifierQueryNode modifier -> all(List.of(modifier));
      case GroupQueryNode group -> compile(group.getChild());
      case FuzzyQueryNode fuzzy -> throw refused(fuzzy, "words that are only alike (~)");
      case QuotedFieldQueryNode phrase -> clauses.phrase(phrase);
      case FieldQueryNode word -> clauses.word(word);
      case TermRangeQueryNode range -> clauses.range(range);
      case RegexpQueryNode regexp -> throw clauses.refused(regexp, text);
      case BoostQueryNode boost -> throw refused(boost, "weights (^)");
      case SlopQueryNode slop -> throw refused(slop, "loose phrases (~)");
      case null, default -> throw refused(node, "functions (fn:) and numbers of clauses (@)");
    };
  }

  private Query all(List<QueryNode> nodes) throws Refusal {
    var query = new BooleanQuery.Builder();
    boolean onlyNot = true;
    for (QueryNode node : nodes) {
      boolean not = isNot(node);
      onlyNot &= not;
      query.add(compile(bare(node)), not ? Occur.MUST_NOT : Occur.FILTER);
    }
    if (onlyNot) {
      query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return query.build();
  }

  private Query any(List<QueryNode> nodes) throws Refusal {
    var query = new BooleanQuery.Builder();
    for (QueryNode node : nodes) {
      query.add(compile(node), Occur.SHOULD);
    }
    return query.build();
  }

  private static boolean isNot(QueryNode node) {
    return node instanceof ModifierQueryNode modifier && modifier.getModifier() == Modifier.MOD_NOT;
  }

  private static QueryNode bare(QueryNode node) {
    return node instanceof ModifierQueryNode modifier ? modifier.getChild() : node;
  }

  private Refusal refused(@Nullable QueryNode node, String what) {
    return new Refusal(
        what + " cannot be used",
        begin(node),
        "use words, \"phrases\", beginnings such as retriev*, AND, OR, NOT and brackets,"
            + " and put what is meant literally into quotation marks");
  }

  /// Where a clause begins; nodes without a place of their own begin where their first one does.
  private int begin(@Nullable QueryNode node) {
    if (node instanceof FieldQueryNode clause) {
      return clause.getBegin();
    }
    if (node == null || node.isLeaf()) {
      return Math.max(text.indexOf("fn:"), Math.max(0, text.indexOf('/')));
    }
    return begin(node.getChildren().getFirst());
  }
}
