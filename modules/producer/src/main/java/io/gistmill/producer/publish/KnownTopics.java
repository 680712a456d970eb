package io.gistmill.producer.publish;

import io.gistmill.contracts.Topics;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/// The topics that some classifier gives or gave, as the cluster has them: each has a live stream,
/// which is there before the first post can have the topic. Safe for all threads.
public final class KnownTopics {

  private final KafkaConnection connection;
  private final Topics topics;
  private volatile Set<String> seen = Set.of();

  public KnownTopics(KafkaConnection connection, Topics topics) {
    this.connection = connection;
    this.topics = topics;
  }

  /// The cluster is asked only about topics that were not there before, since none goes away.
  ///
  /// @return all that are known, and all of the wanted ones where they are known
  /// @throws KafkaException when the cluster does not answer
  public Set<String> with(Collection<String> wanted) throws InterruptedException {
    Set<String> known = seen;
    if (!known.containsAll(wanted)) {
      known = read();
      seen = known;
    }
    return known;
  }

  private SortedSet<String> read() throws InterruptedException {
    try (Admin admin = Admin.create(settings())) {
      SortedSet<String> slugs = topics.streams(admin.listTopics().names().get());
      slugs.removeAll(Set.of("all", "other"));
      return slugs;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e);
    }
  }

  private Properties settings() {
    int patience = Math.toIntExact(TransactionalWriter.PATIENCE.toMillis());
    var settings = new Properties();
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, topics.application("topics"));
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
    return connection.addTo(settings);
  }
}
