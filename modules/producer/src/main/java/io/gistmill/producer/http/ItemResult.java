package io.gistmill.producer.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of one post of a request.
///
/// @param index its place in the request, from 0
/// @param id the post's id; null when it was rejected before it had one
/// @param reason why it was not accepted, and the mend
record ItemResult(int index, @Nullable String id, String status, @Nullable String reason) {

  /// Rejected posts are wrong and stay wrong; failed ones can be sent again.
  enum Status {
    ACCEPTED,
    REJECTED,
    FAILED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ItemResult(int index, @Nullable String id, Status status, @Nullable String reason) {
    this(index, id, status.word(), reason);
  }

  boolean is(Status wanted) {
    return status.equals(wanted.word());
  }
}
