package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.web.Reply;
import io.gistmill.web.WebPost;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What a chat service takes: a message for people in a room. Of the links, only the one to the
/// page stands in it: with the others, everybody in the room could change or end the subscription.
abstract class ChatFormat implements PostFormat {

  @Override
  public final WebPost post(Dispatch dispatch) {
    String body = Trees.text(body(dispatch));
    return new WebPost(address(dispatch), JSON, Map.of(), body.getBytes(UTF_8));
  }

  abstract ObjectNode body(Dispatch dispatch);

  URI address(Dispatch dispatch) {
    return dispatch.address().uri();
  }

  /// A room's address that is not there was taken away in the service's settings. Limits hold for
  /// each room, so that others need not wait.
  @Override
  public Outcome outcome(Reply.Answered answered, String host) {
    if (answered.status() == 404) {
      return new Outcome.Refused(
          host + " answered 404: this webhook was removed in the chat", true);
    }
    return Statuses.isSuccess(answered) && !isItsOwn(answered.body())
        ? new Outcome.Deferred(
            host + " answered " + answered.status() + ", yet not as this service does",
            null,
            Reach.MESSAGE)
        : Statuses.outcome(answered, host, Reach.MESSAGE);
  }

  /// Whether this is how the service says that it took a message. Else anybody's server that
  /// answers 200 to everything could be made to get digests.
  abstract boolean isItsOwn(byte[] body);

  /// Where a story leads, if everybody in the room may go there.
  static Optional<String> link(Message message, Line line) {
    Message.Links own = message.links();
    return own.manage().equals(line.link()) || own.unsubscribe().equals(line.link())
        ? Optional.empty()
        : ChatLink.of(line.link());
  }

  /// What a message without stories says instead.
  static String notice(Message message, int units, Escape escape) {
    return Words.cut(Words.oneLine(message.text()), units, escape);
  }
}
