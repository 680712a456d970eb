package io.gistmill.delivery.mail.bounce;

import io.gistmill.delivery.mail.StatusCode;
import java.util.Optional;

/// What a report says of one recipient that was not reached.
///
/// @param recipient the address as it was written, else as the server knows it
/// @param status of the report itself, as it stands there
/// @param answer that the server passed on; some hide it among the words for people
record Failed(Optional<String> recipient, String status, String answer) {

  static Failed of(Report report, Fields group) {
    Optional<String> last = group.typed("final-recipient");
    return new Failed(
        group.typed("original-recipient").or(() -> last),
        group.get("status").orElse(""),
        group.typed("diagnostic-code").or(() -> last.flatMap(report::lineAbout)).orElse(""));
  }

  /// The status of the report decides; where that is general or missing, the answer passed on does.
  boolean isHard() {
    Optional<StatusCode> own = StatusCode.find(status).filter(code -> code.subject() != 0);
    boolean later = StatusCode.find(status).filter(code -> code.type() != 5).isPresent();
    return !later
        && own.or(() -> StatusCode.find(answer)).filter(StatusCode::endsAddress).isPresent();
  }
}
