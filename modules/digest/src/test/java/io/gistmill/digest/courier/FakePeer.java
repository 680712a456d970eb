package io.gistmill.digest.courier;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A peer that answers as it was told, and remembers what it took.
final class FakePeer implements Transport {

  static final Outcome ACCEPTED = new Outcome.Accepted("250 taken");

  private final List<Message> taken = new CopyOnWriteArrayList<>();
  private final Answering answering;

  @FunctionalInterface
  interface Answering {
    Outcome answer(Message message, Recipient to) throws InterruptedException;
  }

  FakePeer(Answering answering) {
    this.answering = answering;
  }

  static FakePeer accepting() {
    return new FakePeer((message, to) -> ACCEPTED);
  }

  @Override
  public String destination(Recipient to) {
    return to.subscriber().substring(to.subscriber().indexOf('@') + 1);
  }

  @Override
  public Outcome send(Message message, Recipient to) throws InterruptedException {
    Outcome outcome = answering.answer(message, to);
    if (outcome instanceof Outcome.Accepted) {
      taken.add(message);
    }
    return outcome;
  }

  /// What it took, in order.
  List<Message> taken() {
    return List.copyOf(taken);
  }

  List<String> ids() {
    return taken.stream().map(Message::id).toList();
  }

  @Override
  public void close() {}
}
