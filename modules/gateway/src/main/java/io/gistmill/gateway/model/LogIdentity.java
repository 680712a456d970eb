package io.gistmill.gateway.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/// Names one log: the cluster and the topics on it. A topic that was deleted and made again is
/// another one.
record LogIdentity(String text) {

  private static final int RADIX = 36;

  /// @throws ExecutionException when the cluster refuses, such as for a topic that is not there yet
  static LogIdentity ask(Admin admin, List<String> topics)
      throws ExecutionException, InterruptedException {
    var ids = new TreeMap<String, String>();
    Map<String, TopicDescription> found = admin.describeTopics(topics).allTopicNames().get();
    found.forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
    return new LogIdentity(admin.describeCluster().clusterId().get() + " " + ids);
  }

  /// Short, for the ids of events in streams.
  String generation() {
    var checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toString(checksum.getValue(), RADIX);
  }
}
