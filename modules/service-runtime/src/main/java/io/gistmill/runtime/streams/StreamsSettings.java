package io.gistmill.runtime.streams;

import io.gistmill.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/// Where and how one topology runs.
///
/// @param application prefixes the names of consumer group, transactions, changelogs and
///   repartition topics
/// @param connection to the cluster; its properties win over what is set here
/// @param stateFolder holds the stores; kept between runs
/// @param rejectsTopic for what cannot be read, processed or written
/// @param commitInterval how long results may wait for their commit; also sets the latency of a
///   stage
/// @param sessionTimeout after which a dead instance's partitions go to another
/// @param transactionTimeout after which a dead instance's open transaction is given up
/// @param threads that share this instance's partitions
/// @param standbys further instances that keep a copy of each store, to take over quickly
/// @param metering null when nothing is measured
public record StreamsSettings(
    String application,
    KafkaConnection connection,
    Path stateFolder,
    String rejectsTopic,
    Duration commitInterval,
    Duration sessionTimeout,
    Duration transactionTimeout,
    int threads,
    int standbys,
    @Nullable Metering metering) {

  public static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);
  public static final Duration SESSION_TIMEOUT = Duration.ofSeconds(45);
  public static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(60);

  /// A megabyte more than the largest post that is taken in.
  private static final int MAX_RECORD_BYTES = 2 << 20;

  /// Kafka Streams takes a setting for one of its clients before the one for all.
  private static final List<String> CLIENTS = List.of("consumer.", "producer.");

  public StreamsSettings {
    if (commitInterval.isNegative() || commitInterval.isZero()) {
      throw new IllegalArgumentException("the commit interval must be longer than nothing");
    }
    if (threads < 1 || standbys < 0) {
      throw new IllegalArgumentException(
          "there must be at least one thread and no fewer than no standbys");
    }
  }

  /// One thread, no standbys, and the usual time limits.
  public StreamsSettings(
      String application, KafkaConnection connection, Path stateFolder, String rejectsTopic) {
    this(
        application,
        connection,
        stateFolder,
        rejectsTopic,
        COMMIT_INTERVAL,
        SESSION_TIMEOUT,
        TRANSACTION_TIMEOUT,
        1,
        0,
        null);
  }

  /// The same on another cluster, or with other properties.
  public StreamsSettings withConnection(KafkaConnection other) {
    return new StreamsSettings(
        application,
        other,
        stateFolder,
        rejectsTopic,
        commitInterval,
        sessionTimeout,
        transactionTimeout,
        threads,
        standbys,
        metering);
  }

  /// The same, measured.
  public StreamsSettings measuredBy(Metering meters) {
    return new StreamsSettings(
        application,
        connection,
        stateFolder,
        rejectsTopic,
        commitInterval,
        sessionTimeout,
        transactionTimeout,
        threads,
        standbys,
        meters);
  }

  /// The same with other time limits.
  public StreamsSettings withTimeouts(Duration session, Duration transaction) {
    return new StreamsSettings(
        application,
        connection,
        stateFolder,
        rejectsTopic,
        commitInterval,
        session,
        transaction,
        threads,
        standbys,
        metering);
  }

  /// The same with another time between commits.
  public StreamsSettings withCommitInterval(Duration interval) {
    return new StreamsSettings(
        application,
        connection,
        stateFolder,
        rejectsTopic,
        interval,
        sessionTimeout,
        transactionTimeout,
        threads,
        standbys,
        metering);
  }

  /// The same with other numbers of threads and of standbys.
  public StreamsSettings withThreads(int newThreads, int newStandbys) {
    return new StreamsSettings(
        application,
        connection,
        stateFolder,
        rejectsTopic,
        commitInterval,
        sessionTimeout,
        transactionTimeout,
        newThreads,
        newStandbys,
        metering);
  }

  Properties toProperties() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    // Not drawn anew at each start, since metrics are told apart by it.
    settings.put(StreamsConfig.CLIENT_ID_CONFIG, application);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    settings.put(StreamsConfig.POLL_MS_CONFIG, 20L);
    settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    // An operator without a name fails at start, not at an upgrade.
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, RejectUndecodable.class);
    settings.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, RejectUnprocessable.class);
    settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, RejectOversize.class);
    settings.put(Rejects.TOPIC_SETTING, rejectsTopic);
    // Internal topics keep the time of writing too, so that old event times survive their
    // retention.
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG), "LogAppendTime");
    // A broker that refuses a record breaks its transaction; so what the producer lets through, no
    // topic may refuse.
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), 2 * MAX_RECORD_BYTES);
    consumer(settings);
    producer(settings);
    CLIENTS.forEach(
        client -> connection.properties().keySet().forEach(key -> settings.remove(client + key)));
    return connection.addTo(settings);
  }

  private void consumer(Properties settings) {
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        (int) sessionTimeout.toMillis());
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        (int) Math.min(3_000, sessionTimeout.toMillis() / 3));
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG), 30_000);
  }

  private void producer(Properties settings) {
    // A commit sends what waits, so this costs no time; changelogs make many small records.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 << 10);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_RECORD_BYTES);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) transactionTimeout.toMillis());
  }
}
