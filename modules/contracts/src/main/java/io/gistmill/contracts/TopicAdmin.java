package io.gistmill.contracts;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Brings the topics of the catalogue onto a cluster.
public final class TopicAdmin {

  private final AdminCalls calls;
  private final Admin admin;
  private final Map<String, Topic<?>> wanted;

  private TopicAdmin(Admin admin, List<Topic<?>> topics) {
    this.calls = new AdminCalls();
    this.admin = admin;
    this.wanted =
        topics.stream()
            .collect(Collectors.toMap(Topic::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  /// Creates the topics that are missing, with the cluster's own replication factor, and returns
  /// when all partitions can be written to. Topics that exist already are never changed: what
  /// differs is reported, all of it together, and then nothing is created either. Settings that the
  /// catalogue does not name are the operator's own.
  ///
  /// @throws TopicException when a topic differs or the cluster does not answer
  public static void ensure(Admin admin, List<Topic<?>> topics) {
    new TopicAdmin(admin, topics).ensure();
  }

  /// In what the topics on the cluster differ from the catalogue, each with its mend; those that
  /// are missing differ in nothing.
  ///
  /// @throws TopicException when the cluster does not answer
  public static List<String> differences(Admin admin, List<Topic<?>> topics) {
    var asking = new TopicAdmin(admin, topics);
    return asking.differences(asking.wanted(asking.existing()));
  }

  private Set<String> existing() {
    return calls.get("list its topics", admin.listTopics().names());
  }

  private List<Topic<?>> wanted(Set<String> existing) {
    return wanted.values().stream().filter(topic -> existing.contains(topic.name())).toList();
  }

  private void ensure() {
    Set<String> existing = existing();
    compare(wanted(existing));
    List<Topic<?>> missing =
        wanted.values().stream().filter(topic -> !existing.contains(topic.name())).toList();
    compare(missing.stream().filter(topic -> !create(topic)).toList());
    calls.until("elect leaders for new topics", this::allHaveLeaders);
  }

  /// False when somebody else created it in the meantime.
  private boolean create(Topic<?> topic) {
    var fresh =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
            .configs(topic.settings());
    return calls
        .unless(
            TopicExistsException.class,
            "create the topic " + topic.name(),
            admin.createTopics(List.of(fresh)).topicId(topic.name()))
        .isPresent();
  }

  private void compare(Collection<Topic<?>> topics) {
    List<String> differences = differences(topics);
    if (!differences.isEmpty()) {
      throw new TopicException(differences, null);
    }
  }

  private List<String> differences(Collection<Topic<?>> topics) {
    if (topics.isEmpty()) {
      return List.of();
    }
    List<String> names = topics.stream().map(Topic::name).toList();
    Map<String, TopicDescription> descriptions =
        described("describe its topics", () -> admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> settings =
        described(
            "describe the settings of its topics",
            () -> admin.describeConfigs(names.stream().map(TopicAdmin::resource).toList()).all());
    return topics.stream()
        .flatMap(
            topic ->
                TopicDifferences.of(
                    topic,
                    requireNonNull(descriptions.get(topic.name())).partitions().size(),
                    requireNonNull(settings.get(resource(topic.name())))))
        .toList();
  }

  /// A topic that another instance has just created is listed before every broker knows it.
  private <R> R described(String what, Supplier<KafkaFuture<R>> question) {
    var answer = new AtomicReference<@Nullable R>();
    calls.until(
        what,
        () -> {
          answer.set(unlessUnknown(what, question.get()).orElse(null));
          return answer.get() != null;
        });
    return requireNonNull(answer.get());
  }

  private <R> Optional<R> unlessUnknown(String what, KafkaFuture<R> answer) {
    return calls.unless(UnknownTopicOrPartitionException.class, what, answer);
  }

  private boolean allHaveLeaders() {
    KafkaFuture<Map<String, TopicDescription>> asked =
        admin.describeTopics(wanted.keySet()).allTopicNames();
    return unlessUnknown("describe its topics", asked)
        .filter(topics -> topics.values().stream().allMatch(TopicAdmin::hasLeaders))
        .isPresent();
  }

  private static boolean hasLeaders(TopicDescription topic) {
    return topic.partitions().stream()
        .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
