package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.Usage;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;

/// Asks the model about one post after the other. The outcome is recorded on the log like any
/// other's, so that a post is not paid for again when the log is read again.
final class ChatClassifier implements Classifier {

  private final String id;
  private final ChatSettings settings;
  private final Asking asking;
  private final AnswerReader reader;

  ChatClassifier(String id, ChatSettings settings, Shared shared, ChatService service) {
    this.id = id;
    this.settings = settings;
    this.asking = new Asking(settings.service(), shared, service, settings.meaning(), true);
    this.reader = new AnswerReader(id, settings.topics().keySet());
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    long deadline = asking.deadline();
    var outcomes = new ArrayList<Outcome>();
    for (Post post : posts) {
      String user = Prompt.user(post, settings.service().maxChars());
      outcomes.add(asking.ask(user, deadline, new Topics(post)));
    }
    return outcomes;
  }

  private final class Topics implements Asking.Reading<Outcome> {

    private final Post post;

    Topics(Post post) {
      this.post = post;
    }

    @Override
    public Outcome read(String message) {
      return reader.read(message, post);
    }

    @Override
    public boolean isUsable(Outcome read) {
      return read instanceof Outcome.Tagged;
    }

    @Override
    public Outcome failed(String reason) {
      return new Outcome.Failed(id, reason);
    }
  }

  @Override
  public List<Usage> usage() {
    return asking.usage();
  }

  @Override
  public void close() {
    asking.close();
  }
}
