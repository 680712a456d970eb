package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.Usage;
import io.gistmill.classifier.chat.Budget.Share;
import io.gistmill.classifier.engine.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the model one thing after the other, unless the answer is known, a limit is reached or time
/// is up.
final class Asking implements AutoCloseable {

  private static final double SHARE_OF_TIME = 0.9;

  /// What a service puts around the messages before the model reads them.
  private static final int FRAME_TOKENS = 64;

  private final ServiceSettings settings;
  private final Shared shared;
  private final ChatService service;
  private final List<String> meaning;
  private final boolean patient;

  /// The most tokens of what goes with every post.
  private final int instructions;

  /// @param meaning what an answer depends on, besides the user's message
  /// @param patient whether the next request that the limit of a minute allows is waited for
  Asking(
      ServiceSettings settings,
      Shared shared,
      ChatService service,
      List<String> meaning,
      boolean patient) {
    this.settings = settings;
    this.shared = shared;
    this.service = service;
    this.meaning = List.copyOf(meaning);
    this.patient = patient;
    this.instructions =
        FRAME_TOKENS + mostTokens(service.system()) + mostTokens(service.format().toString());
  }

  /// Makes something of what came back.
  interface Reading<T> {

    /// @param message of the model
    T read(String message);

    /// Whether the message is worth keeping.
    boolean isUsable(T read);

    T failed(String reason);
  }

  /// A token stands for a byte or more.
  private static int mostTokens(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// When a call that begins now must have its answer, by `System.nanoTime`.
  long deadline() {
    return System.nanoTime() + Math.round(SHARE_OF_TIME * settings.timeLimit().toNanos());
  }

  /// @param user what is sent
  /// @param deadline see [#deadline]
  <T> T ask(String user, long deadline, Reading<T> reading) {
    String hash = hash(user);
    Optional<String> known = shared.cache().get(hash);
    if (known.isPresent()) {
      return reading.read(known.get());
    }
    if (!left(deadline).isPositive()) {
      return reading.failed("there was no time left to ask the service");
    }
    Optional<Share> share =
        shared.budget().setAside(instructions + mostTokens(user), settings.maxOutputTokens());
    if (share.isEmpty()) {
      return reading.failed(
          "it was not asked, for the limit of the day: " + shared.budget().told());
    }
    if (!mayAsk(left(deadline))) {
      shared.budget().settle(share.get(), 0, 0);
      return reading.failed("it was not asked, for the limit of requests-per-minute");
    }
    return ask(user, deadline, share.get(), hash, reading);
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  /// Waits for the next request that the limit allows, if it comes in time for an answer.
  private boolean mayAsk(Duration within) {
    if (!patient) {
      return shared.requests().tryConsume(1);
    }
    Duration wait = within.multipliedBy(4).dividedBy(5);
    try {
      return wait.isPositive() && shared.requests().asBlocking().tryConsume(1, wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> T ask(String user, long deadline, Share share, String hash, Reading<T> reading) {
    try {
      ChatService.Reply reply = service.ask(user, left(deadline));
      if (reply.inputTokens() >= 0 && reply.outputTokens() >= 0) {
        shared.budget().settle(share, reply.inputTokens(), reply.outputTokens());
      }
      return read(reply, hash, reading);
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      if (!failure.maybeCharged()) {
        shared.budget().settle(share, 0, 0);
      }
      return reading.failed(failure.reason());
    }
  }

  private <T> T read(ChatService.Reply reply, String hash, Reading<T> reading) {
    if (reply.cutOff()) {
      return reading.failed("the model's answer was cut off; set a larger max-output-tokens");
    }
    T read = reading.read(reply.text());
    if (reading.isUsable(read)) {
      shared.cache().put(hash, reply.text());
    }
    return read;
  }

  /// Of the limits of the day.
  List<Usage> usage() {
    return shared.budget().usage();
  }

  private String hash(String user) {
    var parts = new ArrayList<>(meaning);
    parts.add(user);
    return Digests.of(parts);
  }

  @Override
  public void close() {
    service.close();
  }
}
