package io.gistmill.producer.publish;

/// What became of one event that was to be written to the log.
public sealed interface Publication {

  /// All in-sync replicas have it.
  record Acknowledged() implements Publication {}

  /// It can never be written: its record is larger than the log takes.
  record TooLarge(String reason) implements Publication {}

  /// Kafka did not acknowledge it in time; it may stand on the log all the same. Sending the same
  /// event again later does no harm.
  record Unavailable(String reason) implements Publication {}

  /// Kafka refused it for a cause that stays until a person mends it, such as missing rights.
  record Refused(String reason) implements Publication {}

  /// How a failure of Kafka's producer is to be understood.
  static Publication of(Throwable failure) {
    return KafkaFailures.publication(failure);
  }
}
