package io.gistmill.producer.publish;

import static io.gistmill.producer.publish.TransactionalWriter.PATIENCE;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.TopicException;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/// Writes switches of classifiers into every partition of posts, all of them or none, after the
/// topics that the classifiers give have their streams. The public editions of new topics are asked
/// for in the same transaction. Safe for all threads, one call at a time.
public final class SwitchPublisher {

  private final KafkaConnection connection;
  private final Topics topics;
  private final Editions editions;
  private final SubscriptionPublisher subscriptions;

  /// @param editions what everybody can read, for topics that come with a switch too
  public SwitchPublisher(KafkaConnection connection, Topics topics, Editions editions) {
    this.connection = connection;
    this.topics = topics;
    this.editions = editions;
    this.subscriptions = new SubscriptionPublisher(connection, topics);
  }

  /// Never fails: what went wrong is in the answer. After "unavailable" the switches may stand on
  /// the log all the same; sending them again does no harm.
  ///
  /// @param all in the order in which they are written
  public synchronized Publication publish(List<ClassifierSwitch> all) {
    try {
      createStreams(slugs(all));
      write(all);
      return new Publication.Acknowledged();
    } catch (TopicException e) {
      return e.isSilence()
          ? new Publication.Unavailable(String.join("; ", e.problems()))
          : new Publication.Refused(String.join("; ", e.problems()));
    } catch (KafkaException e) {
      return Publication.of(e);
    }
  }

  private static SortedSet<String> slugs(List<ClassifierSwitch> all) {
    var slugs = new TreeSet<String>();
    all.forEach(to -> slugs.addAll(to.topics().keySet()));
    return slugs;
  }

  private void createStreams(SortedSet<String> slugs) {
    List<Topic<?>> streams = new ArrayList<>();
    slugs.forEach(slug -> streams.add(topics.stream(slug)));
    try (Admin admin = Admin.create(adminSettings())) {
      TopicAdmin.ensure(admin, streams);
    }
  }

  /// One writer for each call: they are rare, and one that waits would be fenced by the next
  /// instance's.
  private void write(List<ClassifierSwitch> all) {
    try (var writer = TransactionalWriter.open(connection, topics.application("switches"))) {
      Stream<ProducerRecord<String, byte[]>> switches =
          all.stream()
              .flatMap(
                  to ->
                      TransactionalWriter.toAll(
                          topics.posts(), EventKeys.SWITCH, new PostEvent.Switched(to)));
      writer.write(Stream.concat(switches, widened(slugs(all)).stream()).toList());
    }
  }

  /// To be called while the writer is open, so that no other instance widens them at once.
  private Optional<ProducerRecord<String, byte[]>> widened(SortedSet<String> slugs) {
    Optional<SubscriptionEvent> present = subscriptions.present(Editions.SUBSCRIBER);
    Subscribed wanted = editions.widened(present, slugs);
    return present.filter(wanted::equals).isPresent()
        ? Optional.empty()
        : Optional.of(subscriptions.record(wanted));
  }

  private Properties adminSettings() {
    var settings = new Properties();
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, topics.application("switches"));
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    return connection.addTo(settings);
  }
}
