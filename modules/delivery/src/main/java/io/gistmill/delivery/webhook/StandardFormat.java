package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.web.Reply;
import io.gistmill.web.WebPost;
import java.util.Map;

/// Gistmill's own payload by Standard Webhooks 1.0.
record StandardFormat(Signatures signatures) implements PostFormat {

  @Override
  public WebPost post(Dispatch dispatch) {
    return signed(
        dispatch, dispatch.message().id(), Envelope.of(dispatch.message(), dispatch.at()));
  }

  WebPost signed(Dispatch dispatch, String id, String payload) {
    Map<String, String> headers = signatures.headers(dispatch, id, payload);
    return new WebPost(dispatch.address().uri(), JSON, headers, payload.getBytes(UTF_8));
  }

  @Override
  public Outcome outcome(Reply.Answered answered, String host) {
    return Statuses.outcome(answered, host, Reach.DESTINATION);
  }
}
