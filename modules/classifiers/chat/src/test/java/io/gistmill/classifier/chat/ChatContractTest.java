package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.tck.ClassifierContract;
import io.gistmill.classifier.tck.Posts;
import io.gistmill.domain.Post;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// With a service that answers sensibly, the classifier keeps what every classifier promises.
class ChatContractTest extends ClassifierContract {

  private final StandIn service =
      new StandIn(post -> post.contains("bees") ? StandIn.BEES : "{\"tags\":[]}");

  @AfterEach
  void close() {
    service.close();
  }

  @Override
  protected ClassifierFactory factory() {
    return service.factory(
        "requests-per-minute: 100000\ntokens-per-day: 2000000000\nmax-chars: 100000\n");
  }

  @Override
  protected List<Post> posts() {
    return List.of(Posts.text("🐝 All about bees"), Posts.titled("On bees", "and their hives"));
  }

  @Override
  protected boolean isFoundAsAService() {
    return false;
  }
}
