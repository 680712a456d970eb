package io.gistmill.producer.http;

import io.gistmill.producer.http.ItemResult.Status;
import java.util.List;

/// The answer to a request with posts.
record IntakeAnswer(long accepted, long rejected, long failed, List<ItemResult> results) {

  static IntakeAnswer of(List<ItemResult> results) {
    return new IntakeAnswer(
        count(results, Status.ACCEPTED),
        count(results, Status.REJECTED),
        count(results, Status.FAILED),
        results);
  }

  /// Nothing was written that could have been.
  boolean hasFailed() {
    return failed > 0 && accepted == 0;
  }

  private static long count(List<ItemResult> results, Status status) {
    return results.stream().filter(result -> result.is(status)).count();
  }
}
