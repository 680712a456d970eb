package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Outcome;
import io.gistmill.web.Reply;
import io.gistmill.web.WebPost;

/// What one kind of receiver takes, and what its answers mean.
interface PostFormat {

  String JSON = "application/json; charset=utf-8";

  WebPost post(Dispatch dispatch);

  /// @param host of the receiver, for words
  Outcome outcome(Reply.Answered answered, String host);
}
