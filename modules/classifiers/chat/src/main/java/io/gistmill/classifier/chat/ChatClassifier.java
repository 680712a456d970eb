package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.Usage;
import io.gistmill.classifier.chat.Budget.Share;
import io.gistmill.classifier.engine.Digests;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the model about one post after the other, unless the answer is known, a limit is reached or
/// time is up. The outcome is recorded on the log like any other's, so that a post is not paid for
/// again when the log is read again.
final class ChatClassifier implements Classifier {

  private static final double SHARE_OF_TIME = 0.9;

  private final String id;
  private final ChatSettings settings;
  private final Shared shared;
  private final ChatService service;
  private final AnswerReader reader;

  /// What a service puts around the messages before the model reads them.
  private static final int FRAME_TOKENS = 64;

  /// The most tokens of what goes with every post.
  private final int instructions;

  ChatClassifier(String id, ChatSettings settings, Shared shared, ChatService service) {
    this.id = id;
    this.settings = settings;
    this.shared = shared;
    this.service = service;
    this.reader = new AnswerReader(id, settings.topics().keySet());
    this.instructions =
        FRAME_TOKENS
            + mostTokens(Prompt.system(settings))
            + mostTokens(Prompt.answer(settings).toString());
  }

  /// A token stands for a byte or more.
  private static int mostTokens(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public List<Outcome> classify(List<Post> posts) {
    long deadline = System.nanoTime() + Math.round(SHARE_OF_TIME * settings.timeLimit().toNanos());
    var outcomes = new ArrayList<Outcome>();
    posts.forEach(post -> outcomes.add(outcome(post, deadline)));
    return outcomes;
  }

  private Outcome outcome(Post post, long deadline) {
    String user = Prompt.user(post, settings.maxChars());
    String hash = hash(user);
    Optional<String> known = shared.cache().get(hash);
    if (known.isPresent()) {
      return reader.read(known.get(), post);
    }
    if (!left(deadline).isPositive()) {
      return failed("there was no time left to ask the service");
    }
    Optional<Share> share =
        shared.budget().setAside(instructions + mostTokens(user), settings.maxOutputTokens());
    if (share.isEmpty()) {
      return failed("it was not asked, for the limit of the day: " + shared.budget().told());
    }
    if (!mayAsk(left(deadline))) {
      shared.budget().settle(share.get(), 0, 0);
      return failed("it was not asked, for the limit of requests-per-minute");
    }
    return read(() -> service.ask(user, left(deadline)), share.get(), post, hash);
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  /// Waits for the next request that the limit allows, if it comes in time for an answer.
  private boolean mayAsk(Duration within) {
    Duration wait = within.multipliedBy(4).dividedBy(5);
    try {
      return wait.isPositive() && shared.requests().asBlocking().tryConsume(1, wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Outcome read(Supplier<ChatService.Reply> asking, Share share, Post post, String hash) {
    try {
      ChatService.Reply reply = asking.get();
      if (reply.inputTokens() >= 0 && reply.outputTokens() >= 0) {
        shared.budget().settle(share, reply.inputTokens(), reply.outputTokens());
      }
      return read(reply, post, hash);
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      if (!failure.maybeCharged()) {
        shared.budget().settle(share, 0, 0);
      }
      return failed(failure.reason());
    }
  }

  private Outcome read(ChatService.Reply reply, Post post, String hash) {
    if (reply.cutOff()) {
      return failed("the model's answer was cut off; set a larger max-output-tokens");
    }
    Outcome outcome = reader.read(reply.text(), post);
    if (outcome instanceof Outcome.Tagged) {
      shared.cache().put(hash, reply.text());
    }
    return outcome;
  }

  private String hash(String user) {
    var parts = new ArrayList<>(settings.meaning());
    parts.add(user);
    return Digests.of(parts);
  }

  private Outcome failed(String reason) {
    return new Outcome.Failed(id, reason);
  }

  @Override
  public List<Usage> usage() {
    return shared.budget().usage();
  }

  @Override
  public void close() {
    service.close();
  }
}
