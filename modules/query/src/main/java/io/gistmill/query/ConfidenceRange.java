package io.gistmill.query;

import io.gistmill.domain.Fixed;
import java.math.BigDecimal;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.search.Query;

/// A range of confidence, compared in millionths so that no rounding decides.
final class ConfidenceRange {

  private static final String OPEN = "*";
  private static final int LONGEST_NUMBER = 20;

  private ConfidenceRange() {}

  static Query of(TermRangeQueryNode node) throws Refusal {
    FieldQueryNode lower = node.getLowerBound();
    FieldQueryNode upper = node.getUpperBound();
    long from = micros(lower, Fixed.ZERO) + (node.isLowerInclusive() ? 0 : 1);
    long to = micros(upper, Fixed.ONE) - (node.isUpperInclusive() ? 0 : 1);
    if (from > to) {
      throw new Refusal(
          "no confidence lies in this range",
          lower.getBegin(),
          "write the smaller number first, such as [0.8 TO 1]");
    }
    return LongPoint.newRangeQuery(Fields.folded(lower.getFieldAsString()), from, to);
  }

  private static long micros(FieldQueryNode bound, Fixed open) throws Refusal {
    String text = bound.getTextAsString();
    if (text.equals(OPEN)) {
      return open.micros();
    }
    try {
      // Long texts are no confidences, whatever number they hold.
      Fixed number =
          Fixed.of(new BigDecimal(text.substring(0, Math.min(text.length(), LONGEST_NUMBER))));
      if (text.length() <= LONGEST_NUMBER
          && number.compareTo(Fixed.ZERO) >= 0
          && number.compareTo(Fixed.ONE) <= 0) {
        return number.micros();
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // Told below, as all other bounds that are none.
    }
    throw new Refusal(
        "'" + text + "' is no confidence", bound.getBegin(), "write a number from 0 to 1, or *");
  }
}
