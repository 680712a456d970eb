package io.gistmill.classifier.topology;

import io.gistmill.classifier.Answer;
import io.gistmill.classifier.IntakeClock;
import io.gistmill.classifier.IntakeTables;
import io.gistmill.classifier.SeenPost;
import io.gistmill.classifier.Summaries;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.WaitingIntake;
import io.gistmill.contracts.JsonSerde;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClassifierSwitch;
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
import org.jspecify.annotations.Nullable;

/// Reads posts, tags them once each and writes them for the desk and for live streams.
///
/// Which live streams there are is said by each record, not by the topology: a switch can bring new
/// topics while it runs.
public final class ClassifierTopology {

  private static final String SEEN = "seen-posts";
  private static final String ORDER = "seen-order";
  private static final String CLOCK = "intake-clock";
  private static final String SWITCHES = "switches";
  private static final String WAITING = "waiting";

  private final Topics topics;
  private final Taggers taggers;
  private final @Nullable Summaries summaries;
  private final boolean streams;

  /// @param taggers shared by all tasks of the process; the caller closes them after the streams
  /// @param streams whether to write live streams; the Kafka topics of `all`, `other` and of every
  ///   topic that a classifier may give must exist then
  public ClassifierTopology(Topics topics, Taggers taggers, boolean streams) {
    this(topics, taggers, null, streams);
  }

  /// The same with summaries.
  ///
  /// @param summaries shared by all tasks of the process; the caller closes them after the streams;
  ///   null for none
  public ClassifierTopology(
      Topics topics, Taggers taggers, @Nullable Summaries summaries, boolean streams) {
    this.topics = topics;
    this.taggers = taggers;
    this.summaries = summaries;
    this.streams = streams;
  }

  public Topology build() {
    var builder = new StreamsBuilder();
    Topic<PostEvent> posts = topics.posts();
    KStream<String, Answer> answers =
        builder.stream(
                posts.name(), Consumed.with(posts.keys(), posts.values()).withName("read-posts"))
            .process(
                new MachineSupplier<PostEvent, Answer>(stores(), this::intake)
                    .measuring(ClassifierMeasures.ALL),
                Named.as("tag-posts"));
    Topic<TaggedEvent> tagged = topics.tagged();
    answers.to(
        tagged.name(),
        Produced.with(tagged.keys(), Written.as(tagged, Answer::event))
            .withName("write-tagged")
            .withStreamPartitioner(new AnswerPartitioner()));
    if (streams) {
      writeStreams(answers);
    }
    return builder.build();
  }

  private void writeStreams(KStream<String, Answer> answers) {
    Topic<TaggedEvent> any = topics.stream("*");
    answers
        .flatMapValues(Routed::each, Named.as("route-posts"))
        .to(
            new StreamName(topics),
            Produced.with(any.keys(), Written.as(any, Routed::event))
                .withName("write-streams")
                .withStreamPartitioner(Routed::partition));
  }

  private WaitingIntake intake(TaskContext task) {
    var tables =
        new IntakeTables(
            task.<SeenPost>table(SEEN),
            task.<String>table(ORDER),
            task.<IntakeClock>table(CLOCK),
            task.<ClassifierSwitch>table(SWITCHES),
            task.<PostEvent>table(WAITING));
    return new WaitingIntake(
        tables,
        taggers,
        summaries,
        task.partition(),
        topics.posts().partitions(),
        System::nanoTime);
  }

  private static List<StoreBuilder<?>> stores() {
    return List.of(
        StateStores.onDisk(SEEN, new JsonSerde<>(SeenPost.class)),
        StateStores.onDisk(ORDER, Serdes.String()),
        StateStores.inMemory(CLOCK, new JsonSerde<>(IntakeClock.class)),
        StateStores.inMemory(SWITCHES, new JsonSerde<>(ClassifierSwitch.class)),
        StateStores.inMemory(WAITING, new JsonSerde<>(PostEvent.class)));
  }
}
