package io.gistmill.digest.courier;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.digest.courier.ledger.Ledger;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DigestEvent;
import io.gistmill.runtime.state.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;

/// Digests of one partition that came in and are not taken up yet. They stay when the ledger has to
/// be read anew.
final class Intake {

  private static final int AT_ONCE = 500;

  private final Topic<DigestEvent> digests;
  private final String rejects;
  private final DigestShelf shelf;
  private final Deque<ConsumerRecord<String, byte[]>> waiting = new ArrayDeque<>();

  Intake(Topics topics, DigestShelf shelf) {
    this.digests = topics.digests();
    this.rejects = topics.rejects().name();
    this.shelf = shelf;
  }

  void add(List<ConsumerRecord<String, byte[]>> records) {
    waiting.addAll(records);
  }

  /// What one transaction takes up.
  ///
  /// @param count of records that it ends with
  /// @param next position behind the last of them
  record Batch(
      int count,
      List<Decision<DeliveryEvent>> decisions,
      List<ProducerRecord<String, byte[]>> rejects,
      long next) {

    boolean isEmpty() {
      return count == 0;
    }
  }

  /// Takes up as many as the ledger knows the subscribers of. They wait on until [#forget]: a
  /// transaction that fails takes up nothing.
  Batch takeInto(Ledger ledger, Instant now) {
    var decisions = new ArrayList<Decision<DeliveryEvent>>();
    var refused = new ArrayList<ProducerRecord<String, byte[]>>();
    long next = -1;
    int count = 0;
    for (ConsumerRecord<String, byte[]> record : waiting) {
      if (count == AT_ONCE) {
        break;
      }
      if (record.offset() > ledger.takenUpTo()) {
        try {
          if (!take(record, ledger, now, decisions)) {
            break;
          }
        } catch (SerializationException e) {
          refused.add(reject(record, e));
        }
      }
      next = record.offset() + 1;
      count++;
    }
    return new Batch(count, decisions, refused, next);
  }

  /// Lets go of the first, which are taken up for good.
  void forget(int count) {
    for (int i = 0; i < count; i++) {
      waiting.removeFirst();
    }
  }

  private boolean take(
      ConsumerRecord<String, byte[]> record,
      Ledger ledger,
      Instant now,
      List<Decision<DeliveryEvent>> decisions) {
    return switch (digests.values().deserializer().deserialize(digests.name(), record.value())) {
      case DigestEvent.Ticked _ -> true;
      case DigestEvent.Made(var digest) -> {
        if (!ledger.knowsSubscribersOf(digest.cut())) {
          yield false;
        }
        ledger.take(digest, record.offset(), now, decisions::add);
        shelf.put(record.partition(), record.offset(), record.value());
        yield true;
      }
    };
  }

  private ProducerRecord<String, byte[]> reject(
      ConsumerRecord<String, byte[]> record, SerializationException cause) {
    var reject = new ProducerRecord<>(rejects, record.key(), record.value());
    header(reject, "reason", Objects.requireNonNullElse(cause.getMessage(), "no digest"));
    header(reject, "stage", Courier.NAME);
    header(reject, "topic", record.topic());
    header(reject, "partition", Integer.toString(record.partition()));
    header(reject, "offset", Long.toString(record.offset()));
    return reject;
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
