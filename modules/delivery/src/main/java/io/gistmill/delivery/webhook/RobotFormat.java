package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
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
    Optional<Integer> code = Trees.parse(answered.body()).flatMap(this::code);
    if (code.isPresent() && code.get() != 0) {
      return codes.outcome(code.get(), host);
    } else if (code.isEmpty() && Statuses.isSuccess(answered)) {
      return new Outcome.Deferred(
          host
              + " answered "
              + answered.status()
              + ", yet not as its robots do: is this one's"
              + " address complete?",
          null,
          Reach.MESSAGE);
    }
    return super.outcome(answered, host);
  }

  private Optional<Integer> code(ObjectNode body) {
    return fields.stream()
        .filter(field -> body.path(field).isIntegralNumber())
        .map(field -> body.path(field).asInt(-1))
        .findFirst();
  }
}
