package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.gateway.log.Positions;
import io.gistmill.testsupport.kafka.TestBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The copy depends on the log alone: kept up over restarts or built anew, it holds the same rows.
class RebuildTest {

  private static TestBroker broker;

  @BeforeAll
  static void start() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aCopyBuiltAnewHoldsTheSameRows(@TempDir Path folder) throws Exception {
    // given: 60 days of random events, with restarts in between
    long seed = 20_250_310;
    var random = new Random(seed);
    try (var rig = new Rig(broker, "rebuild", folder)) {
      for (int round = 0; round < 4; round++) {
        for (int day = 0; day < 15; day++) {
          day(rig, random, Samples.NOW.plus(Duration.ofDays(15L * round + day)));
        }
        rig.settle();
        rig.restart();
      }
      rig.settle();

      // when
      Path anew = folder.resolve("anew.db");
      try (Gateway second = rig.gateway(anew)) {
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> second.hindrances().isEmpty());
      }

      // then
      assertThat(rows(anew)).as("seed %d", seed).isEqualTo(rows(folder.resolve("copy.db")));
      assertThat(count(anew, "SELECT count(*) FROM posts WHERE json NOT NULL")).isPositive();
      assertThat(count(anew, "SELECT count(*) FROM posts WHERE withdrawn = 1")).isPositive();
      assertThat(count(anew, "SELECT count(*) FROM subscribers")).isPositive();
      assertThat(count(anew, "SELECT count(*) FROM forgotten")).isPositive();
      assertThat(count(anew, "SELECT count(*) FROM deliveries")).isPositive();
      assertThat(count(anew, "SELECT min(cut) FROM deliveries"))
          .isGreaterThanOrEqualTo(Samples.NOW.plus(Duration.ofDays(59 - 36)).getEpochSecond());
      assertThat(count(anew, "SELECT min(arrived) FROM posts"))
          .isGreaterThanOrEqualTo(Samples.NOW.plus(Duration.ofDays(59 - 36)).getEpochSecond());
    }
  }

  @Test
  void aDamagedCopyIsMadeAnew(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("copy.db"), "this is no database".repeat(300));

    try (var rig = new Rig(broker, "damaged", folder)) {
      rig.tick(Samples.NOW);
      rig.post(Samples.tagged(Samples.post("a", "A", "", "Words."), Samples.NOW, 1));
      rig.settle();

      assertThat(rig.get("/posts/a").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCopyOfAnotherLogIsNotUsed(@TempDir Path folder) throws Exception {
    try (var rig = new Rig(broker, "first", folder)) {
      rig.tick(Samples.NOW);
      rig.post(Samples.tagged(Samples.post("a", "A", "", "Words."), Samples.NOW, 1));
      rig.settle();
    }

    try (var rig = new Rig(broker, "second", folder)) {
      rig.tick(Samples.NOW);
      rig.settle();

      assertThat(rig.get("/posts/a").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void placesInTheLogComeBackFromTheirText() {
    var place = new Positions("k3f9", List.of(0L, 35L, Long.MAX_VALUE));

    assertThat(Positions.parse(place.toString())).contains(place);
    for (String bad :
        List.of("", "1-", "2-a-b", "1-a-b-c", "1-a-zzzzzzzzzzzzz", "1-A-0", "x".repeat(999_999))) {
      assertThat(Positions.parse(bad)).as(bad.substring(0, Math.min(20, bad.length()))).isEmpty();
    }
  }

  private static void day(Rig rig, Random random, Instant tick) {
    rig.tick(tick);
    for (int i = 0; i < 6; i++) {
      String id = "p" + random.nextInt(120);
      int revision = 1 + random.nextInt(3);
      Tag[] tags = random.nextBoolean() ? new Tag[] {Samples.tag("rag", 0.5)} : new Tag[0];
      switch (random.nextInt(8)) {
        case 0 -> {
          rig.write(new TaggedEvent.Withdrawn(id, tick, revision));
          rig.write(new StoryEvent.Revised("story-" + id, tick, List.of(), List.of(id)));
        }
        case 1 -> rig.write(new TaggedEvent.Corrected(id, tick, revision, List.of(tags)));
        case 2 -> rig.write(Samples.switched("t" + random.nextInt(3), "Topic " + i));
        case 3 ->
            rig.write(
                new StoryEvent.Aliased(
                    "story-p" + random.nextInt(120), "story-p" + random.nextInt(120), tick));
        default ->
            rig.post(
                Samples.tagged(
                    Samples.post(id, "A" + i, "", "检索 words " + random.nextInt(50)),
                    tick,
                    revision,
                    tags));
      }
    }
    people(rig, random, tick);
    rig.write(Samples.daily("all", tick, tick, "story-p1:p1"));
    rig.write(new StoryEvent.Ticked(new Tick(tick.plus(Tick.QUARTER), null, true)));
    rig.raw(rig.topics.stories().name(), 0, "{".getBytes(StandardCharsets.UTF_8));
  }

  /// Somebody subscribes, gets a digest, is closed off, or is forgotten and comes back.
  private static void people(Rig rig, Random random, Instant tick) {
    String subscriber = "u-" + random.nextInt(5);
    var subscription =
        new Subscription(
                subscriber + "." + random.nextInt(2),
                subscriber,
                "rag",
                new Cadence.Daily(LocalTime.MIDNIGHT),
                Samples.ZONE,
                9)
            .by(List.of(Channel.EMAIL));
    switch (random.nextInt(6)) {
      case 0 -> rig.forget(subscriber);
      case 1 ->
          rig.write(new DeliveryEvent.Suspended(subscriber, Channel.EMAIL, tick, "550 unknown"));
      case 2, 3 ->
          rig.write(
              new Subscribed(
                  subscriber,
                  List.of(subscription),
                  new Contact(new Contact.Mailbox(subscriber + "@example.com", tick), null)));
      default -> {
        rig.digest(
            new DigestEvent.Made(
                new Digest(
                    subscription.id() + "@" + tick,
                    subscription,
                    tick.minusSeconds(86_400),
                    tick,
                    List.of(),
                    1,
                    "aa")));
        rig.write(
            new DeliveryEvent.Updated(
                new Delivery(
                    subscription.id() + "@" + tick,
                    Channel.EMAIL,
                    subscriber,
                    subscription.id(),
                    tick,
                    tick,
                    new Delivery.State.Sent(tick),
                    List.of())));
      }
    }
    rig.cutTick(tick);
  }

  /// All rows but the numbers of posts, which go by the order of arrival over all partitions.
  private static TreeMap<String, List<String>> rows(Path copy) throws SQLException {
    var rows = new TreeMap<String, List<String>>();
    rows.put(
        "posts",
        query(
            copy,
            "SELECT id, part, arrived, admitted, published, revision, edited, corrected, withdrawn,"
                + " account, topics, json FROM posts"));
    for (String table :
        List.of(
            "ticks",
            "counts",
            "post_topics",
            "told",
            "members",
            "aliases",
            "editions",
            "topics",
            "subscribers",
            "subscriptions",
            "forgotten",
            "sent",
            "deliveries",
            "suspensions",
            "oldest_cuts")) {
      rows.put(table, query(copy, "SELECT * FROM " + table));
    }
    rows.put(
        "words",
        query(
            copy,
            "SELECT p.id FROM words JOIN posts p ON p.number = words.rowid WHERE words MATCH 'words'"));
    return rows;
  }

  private static long count(Path copy, String sql) throws SQLException {
    return Long.parseLong(query(copy, sql).getFirst().strip());
  }

  private static List<String> query(Path copy, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.append(rows.getString(i)).append(' ');
        }
        found.add(row.toString());
      }
    }
    found.sort(null);
    return found;
  }
}
