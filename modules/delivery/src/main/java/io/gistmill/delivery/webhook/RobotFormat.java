package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Outcome;
import io.gistmill.web.Reply;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A robot in a room of a chat service that answers 200 to everything, and says in the body by a
/// number whether it took the message.
abstract class RobotFormat extends ChatFormat {

  private final List<String> fields;
  private final RobotCodes codes;

  /// @param fields that hold the number, the first that is there counts
  RobotFormat(List<String> fields, RobotCodes codes) {
    this.fields = fields;
    this.codes = codes;
  }

  @Override
  public final Outcome outcome(Reply.Answered answered, String host) {
    int code = code(answered.body()).orElse(0);
    return code == 0 ? super.outcome(answered, host) : codes.outcome(code, host);
  }

  @Override
  final boolean isItsOwn(byte[] body) {
    return code(body).isPresent();
  }

  private Optional<Integer> code(byte[] body) {
    return Trees.parse(body).flatMap(this::code);
  }

  private Optional<Integer> code(ObjectNode body) {
    return fields.stream()
        .filter(field -> body.path(field).isIntegralNumber())
        .map(field -> body.path(field).asInt(-1))
        .findFirst();
  }
}
