package io.gistmill.gateway;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// Where topics end, and whether a copy has come so far.
final class Ends {

  private Ends() {}

  static Map<TopicPartition, Long> of(Admin admin, Topics topics) {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    for (Topic<?> topic :
        List.of(
            topics.tagged(),
            topics.stories(),
            topics.digests(),
            topics.subscriptions(),
            topics.deliveries(),
            topics.rejects())) {
      for (int i = 0; i < topic.partitions(); i++) {
        asked.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
      }
    }
    var ends = new HashMap<TopicPartition, Long>();
    try {
      admin.listOffsets(asked).all().get().forEach((tp, end) -> ends.put(tp, end.offset()));
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    return ends;
  }

  static boolean reached(Path copy, Map<TopicPartition, Long> ends) {
    var next = new HashMap<TopicPartition, Long>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT topic, part, next FROM positions")) {
      while (rows.next()) {
        next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return ends.entrySet().stream()
        .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
