package io.gistmill.classifier.topology;

import io.gistmill.classifier.Intake;
import io.gistmill.classifier.IntakeClock;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.SeenPost;
import io.gistmill.classifier.Tagger;
import io.gistmill.contracts.JsonSerde;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.runtime.streams.MachineSupplier;
import io.gistmill.runtime.streams.StateStores;
import io.gistmill.runtime.streams.TaskContext;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.StoreBuilder;

/// Reads posts, tags them once each and writes them for the desk and for live streams.
public final class ClassifierTopology {

  private static final String SEEN = "seen-posts";
  private static final String ORDER = "seen-order";
  private static final String CLOCK = "intake-clock";

  private final Topics topics;
  private final Tagger tagger;
  private final List<Route> routes;

  /// @param tagger shared by all tasks of the process; the caller closes it after the streams
  /// @param streams slugs of the live streams to write, `all` and `other` among them if wanted;
  ///   their Kafka topics must exist
  public ClassifierTopology(Topics topics, Tagger tagger, List<String> streams) {
    this.topics = topics;
    this.tagger = tagger;
    this.routes = streams.stream().map(Route::new).toList();
  }

  public Topology build() {
    var builder = new StreamsBuilder();
    Topic<PostEvent> posts = topics.posts();
    KStream<String, TaggedEvent> tagged =
        builder.stream(
                posts.name(), Consumed.with(posts.keys(), posts.values()).withName("read-posts"))
            .process(new MachineSupplier<>(stores(), this::intake), Named.as("tag-posts"));
    tagged.to(topics.tagged().name(), to(topics.tagged(), "write-tagged"));
    routes.forEach(route -> write(tagged, route));
    return builder.build();
  }

  private void write(KStream<String, TaggedEvent> tagged, Route route) {
    Topic<TaggedEvent> stream = topics.stream(route.slug());
    tagged
        .filter((key, event) -> route.takes(event), Named.as("pick-" + route.slug()))
        .to(stream.name(), to(stream, "write-stream-" + route.slug()));
  }

  private static Produced<String, TaggedEvent> to(Topic<TaggedEvent> topic, String name) {
    return Produced.with(topic.keys(), topic.values())
        .withName(name)
        .withStreamPartitioner(new TaggedPartitioner());
  }

  private Intake intake(TaskContext task) {
    var tables =
        new IntakeTables(
            task.<SeenPost>table(SEEN), task.<String>table(ORDER), task.<IntakeClock>table(CLOCK));
    return new Intake(tables, tagger, task.partition(), topics.posts().partitions());
  }

  private static List<StoreBuilder<?>> stores() {
    return List.of(
        StateStores.onDisk(SEEN, new JsonSerde<>(SeenPost.class)),
        StateStores.onDisk(ORDER, Serdes.String()),
        StateStores.inMemory(CLOCK, new JsonSerde<>(IntakeClock.class)));
  }
}
