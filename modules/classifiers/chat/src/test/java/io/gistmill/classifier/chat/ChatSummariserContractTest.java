package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.summary.SummariserFactory;
import io.gistmill.classifier.tck.Posts;
import io.gistmill.classifier.tck.SummariserContract;
import io.gistmill.domain.Post;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/// With a service that answers sensibly, the summariser keeps what every summariser promises.
class ChatSummariserContractTest extends SummariserContract {

  private final StandIn service =
      new StandIn("{\"headline\":\"Bees fly home\",\"sentences\":[\"Bees fly home.\"]}");

  @AfterEach
  void close() {
    service.close();
  }

  @Override
  protected SummariserFactory factory() {
    return service.summariser("", Path.of(""));
  }

  @Override
  protected Post post() {
    return Posts.text("Bees fly home.");
  }
}
