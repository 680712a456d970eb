package io.gistmill.runtime.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/// Where and how one topology runs.
///
/// @param application prefixes the names of consumer group, transactions, changelogs and
///   repartition topics
/// @param bootstrapServers of the cluster
/// @param stateFolder holds the stores; kept between runs
/// @param rejectsTopic for what cannot be read or processed
/// @param commitInterval how long results may wait for their commit; also sets the latency of a
///   stage
/// @param sessionTimeout after which a dead instance's partitions go to another
/// @param transactionTimeout after which a dead instance's open transaction is given up
public record StreamsSettings(
    String application,
    String bootstrapServers,
    Path stateFolder,
    String rejectsTopic,
    Duration commitInterval,
    Duration sessionTimeout,
    Duration transactionTimeout) {

  public static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);
  public static final Duration SESSION_TIMEOUT = Duration.ofSeconds(45);
  public static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(60);

  public StreamsSettings(
      String application, String bootstrapServers, Path stateFolder, String rejectsTopic) {
    this(
        application,
        bootstrapServers,
        stateFolder,
        rejectsTopic,
        COMMIT_INTERVAL,
        SESSION_TIMEOUT,
        TRANSACTION_TIMEOUT);
  }

  /// The same with other time limits.
  public StreamsSettings withTimeouts(Duration session, Duration transaction) {
    return new StreamsSettings(
        application,
        bootstrapServers,
        stateFolder,
        rejectsTopic,
        commitInterval,
        session,
        transaction);
  }

  Properties toProperties() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
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
    settings.put(Rejects.TOPIC_SETTING, rejectsTopic);
    // Internal topics keep the time of writing too, so that old event times survive their
    // retention.
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG), "LogAppendTime");
    consumer(settings);
    producer(settings);
    return settings;
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
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 2 << 20);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) transactionTimeout.toMillis());
  }
}
