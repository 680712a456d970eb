package io.gistmill.launcher.service;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.TopicException;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the topics onto the cluster when a service starts.
final class ClusterTopics {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterTopics.class);

  private ClusterTopics() {}

  /// Waits for a cluster that does not answer, for as long as it takes.
  ///
  /// @throws TopicException when topics are there and differ
  /// @throws InterruptedException when told to stop waiting
  static void ensure(KafkaConnection connection, List<Topic<?>> topics)
      throws InterruptedException {
    try (Admin admin = Admin.create(connection.addTo(new Properties()))) {
      while (!ensured(admin, topics)) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped while waiting for the cluster");
        }
        LOG.warn("no answer yet, waiting bootstrap={}", connection.bootstrapServers());
      }
    }
  }

  private static boolean ensured(Admin admin, List<Topic<?>> topics) throws InterruptedException {
    try {
      TopicAdmin.ensure(admin, topics);
      return true;
    } catch (TopicException e) {
      if (e.isSilence()) {
        return false;
      }
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("stopped while asking the cluster");
      }
      throw e;
    }
  }
}
