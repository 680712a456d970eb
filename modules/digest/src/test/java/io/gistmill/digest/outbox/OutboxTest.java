package io.gistmill.digest.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.state.Table;
import io.gistmill.testsupport.MemoryTable;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  private static final Instant FROM = Instant.parse("2025-03-04T16:00:00Z");
  private static final Instant CUT = Instant.parse("2025-03-05T16:00:00Z");

  private static TestBroker broker;

  @TempDir private Path folder = Path.of("");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicReference<Optional<Table<StoryEvent>>> copy =
      new AtomicReference<>(Optional.empty());

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void mailSaysWhatTheDigestSaysInTextAndHtml() throws IOException, MessagingException {
    Topics topics = topics("says");
    copy.set(Optional.of(stories()));
    send(topics, digest("reader-daily", "reader"));

    MimeMessage mail;
    try (var _ = outbox(topics)) {
      mail = read(awaitMail("reader-daily"));
    }

    assertThat(mail.getMessageID()).isEqualTo("<reader-daily.1@localhost>");
    assertThat(mail.getSubject()).isEqualTo("Daily digest: all topics, Wednesday, 5 March 2025");
    assertThat(part(mail, 0)).contains("检索增强流水线开源", "It cites its sources.");
    assertThat(part(mail, 1)).contains("<html", "检索增强流水线开源", "It cites its sources.");
  }

  @Test
  void waitsForTheWordsAndThenWrites() {
    Topics topics = topics("waits");
    send(topics, digest("reader-early", "reader"));

    try (var _ = outbox(topics)) {
      await().until(() -> broker.read(topics.digests()).all().size() == 1);
      assertThat(mail("reader-early")).doesNotExist();
      copy.set(Optional.of(stories()));

      assertThat(awaitMail("reader-early")).isNotEmptyFile();
    }
  }

  @Test
  void secondOutboxWritesNothingAgainAndGoesOn() throws IOException {
    Topics topics = topics("again");
    copy.set(Optional.of(stories()));
    send(topics, digest("reader-first", "reader"));
    byte[] first;
    try (var _ = outbox(topics)) {
      first = Files.readAllBytes(awaitMail("reader-first"));
    }
    send(topics, digest("reader-first", "reader"));
    send(topics, digest("reader-second", "reader"));

    try (var _ = outbox(topics)) {
      awaitMail("reader-second");
    }

    assertThat(mail("reader-first")).hasBinaryContent(first);
    assertThat(folder).isDirectoryNotContaining("glob:**/*.part");
  }

  @Test
  void pagesAreNoMails() {
    Topics topics = topics("pages");
    copy.set(Optional.of(stories()));
    send(topics, digest("editions-daily-all", "editions"));
    send(topics, digest("reader-other", "reader"));

    try (var _ = outbox(topics)) {
      awaitMail("reader-other");
    }

    assertThat(mail("editions-daily-all")).doesNotExist();
    assertThat(meters.counter("gistmill.outbox.mails").count()).isEqualTo(1);
  }

  private Outbox outbox(Topics topics) {
    return Outbox.start(
        KafkaConnection.plain(broker.bootstrapServers()),
        topics,
        new Outbox.Settings(folder, "editions", slug -> slug),
        copy::get,
        meters);
  }

  private Path awaitMail(String subscription) {
    await().until(() -> Files.exists(mail(subscription)));
    return mail(subscription);
  }

  private Path mail(String subscription) {
    return folder.resolve(subscription + ".1.eml");
  }

  private static MimeMessage read(Path file) throws IOException, MessagingException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), bytes);
    }
  }

  private static String part(MimeMessage mail, int index) throws IOException, MessagingException {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
    return part.getContent().toString();
  }

  private static Topics topics(String prefix) {
    var topics = new Topics(prefix, 1, 1);
    broker.create(List.of(topics.digests()));
    return topics;
  }

  private static void send(Topics topics, DigestEvent event) {
    var settings = KafkaConnection.plain(broker.bootstrapServers()).addTo(new Properties());
    var values = topics.digests().values().serializer();
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), values)) {
      var _ = producer.send(new ProducerRecord<>(topics.digests().name(), "any", event));
    }
  }

  private static DigestEvent digest(String subscription, String subscriber) {
    var wanted =
        new Subscription(
            subscription,
            subscriber,
            "all",
            new Cadence.Daily(LocalTime.MIDNIGHT),
            ZoneId.of("Asia/Shanghai"),
            10);
    var item = new Digest.Item("s1", Fixed.ONE, List.of(new Digest.PostRef("p1", "s1", FROM)));
    return new DigestEvent.Made(
        new Digest(subscription + ".1", wanted, FROM, CUT, List.of(item), 0, "hash"));
  }

  private static Table<StoryEvent> stories() {
    var post =
        new StoryPost(
            "p1",
            null,
            FROM,
            FROM,
            false,
            1,
            "林知夏",
            "linzhixia",
            null,
            Language.MIXED,
            List.of(),
            "检索增强流水线开源",
            "It cites its sources.",
            Fixed.ONE);
    var stories = new MemoryTable<StoryEvent>();
    stories.put(StoryKeys.revision(FROM, "s1"), new StoryEvent.Revised("s1", FROM, List.of(post)));
    stories.put(StoryKeys.TICK, new StoryEvent.Ticked(new Tick(CUT, FROM, true)));
    return stories;
  }
}
