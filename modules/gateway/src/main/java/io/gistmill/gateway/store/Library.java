package io.gistmill.gateway.store;

import io.gistmill.contracts.Json;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import io.gistmill.gateway.log.Positions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What can be asked of the copy. Safe for all threads; each answer is of one moment.
public final class Library {

  private static final String SUMMARY =
      """
      SELECT m.story, count(*), count(DISTINCT p.account) AS authors, max(p.admitted) AS latest
      FROM members m JOIN posts p ON p.id = m.post
      WHERE p.json NOT NULL AND p.admitted >= ? AND p.admitted < ? %s
      GROUP BY m.story
      ORDER BY authors DESC, max(m.score) DESC, m.story LIMIT ? OFFSET ?""";

  private static final String OF_TOPIC =
      "AND EXISTS (SELECT 1 FROM post_topics t WHERE t.post = p.id AND t.topic = ?)";
  private static final String OF_NONE =
      "AND ? = 'other' AND NOT EXISTS (SELECT 1 FROM post_topics t WHERE t.post = p.id)";
  private static final String OF_ALL = "AND ? = 'all'";

  private final Database database;
  private final String tagged;
  private final String digests;
  private final int partitions;
  private final SortedMap<String, String> names;

  /// @param names what people call the topics that were known from the start, by slug
  public Library(Database database, Topics topics, SortedMap<String, String> names) {
    this.database = database;
    this.tagged = topics.tagged().name();
    this.digests = topics.digests().name();
    this.partitions = topics.tagged().partitions();
    this.names = new TreeMap<>(names);
  }

  /// Names of all topics by slug, sorted; a switch of a classifier may have renamed or added some.
  public SortedMap<String, String> topics() {
    var all = new TreeMap<>(names);
    database
        .read(
            sql ->
                sql.list(
                    row -> Map.entry(row.getString(1), row.getString(2)),
                    "SELECT slug, name FROM topics"))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  /// The last switch of each classifier that was ever switched, by name.
  public List<MadeSwitch> switches() {
    return database.read(
        sql ->
            sql.list(
                row ->
                    new MadeSwitch(
                        Json.MAPPER.readValue(row.getString(2), ClassifierSwitch.class),
                        Times.tick(row.getLong(1))),
                "SELECT since, json FROM switches ORDER BY classifier"));
  }

  /// The last tick of the tagged posts, which says what "today" is; empty before the first.
  public Optional<Instant> lastTick() {
    return database.read(sql -> tick(sql, tagged));
  }

  /// How far the copy goes.
  ///
  /// @param generation of the log
  public Positions positions(String generation) {
    return database.read(
        sql -> {
          var next = new ArrayList<Long>(Positions.start(generation, partitions).next());
          sql.list(
                  row -> Map.entry(row.getInt(1), row.getLong(2)),
                  "SELECT part, next FROM positions WHERE topic = ? AND part < ?",
                  tagged,
                  partitions)
              .forEach(place -> next.set(place.getKey(), place.getValue()));
          return new Positions(generation, next);
        });
  }

  public Facts facts() {
    return database.read(
        sql -> {
          var counts = new TreeMap<String, Long>();
          sql.list(row -> Map.entry(row.getString(1), row.getLong(2)), "SELECT name, n FROM counts")
              .forEach(count -> counts.put(count.getKey(), count.getValue()));
          counts.put("stories", sql.number("SELECT count(DISTINCT story) FROM members"));
          counts.put("editions", sql.number("SELECT count(*) FROM editions"));
          return new Facts(tick(sql, tagged).orElse(null), tick(sql, digests).orElse(null), counts);
        });
  }

  private static Optional<Instant> tick(Sql sql, String topic) {
    long tick = sql.number("SELECT max(tick) FROM ticks WHERE topic = ?", topic);
    return tick == 0 ? Optional.empty() : Optional.of(Times.tick(tick));
  }

  public Found<StoredPost> post(String id) {
    return database.read(sql -> new PostQueries(sql).find(id));
  }

  /// Posts in the order of arrival, last first.
  public List<StoredPost> latest(Slice slice) {
    return database.read(sql -> new PostQueries(sql).latest(slice));
  }

  /// All posts of a topic by date, last first, those from before its source was followed too.
  public List<StoredPost> archive(String route, Slice slice) {
    return database.read(sql -> new PostQueries(sql).archive(route, slice));
  }

  /// Posts that hold all words of a text, best first; empty for a text without words.
  public List<StoredPost> search(String text, Slice slice) {
    return database.read(sql -> new PostQueries(sql).search(text, slice));
  }

  /// Stories with posts in a period, by how many tell them.
  ///
  /// @param route slug of a topic, `all` or `other`
  public List<StorySummary> stories(String route, Period period, Slice slice) {
    String filter =
        switch (route) {
          case "all" -> OF_ALL;
          case "other" -> OF_NONE;
          default -> OF_TOPIC;
        };
    return database.read(
        sql ->
            sql
                .list(
                    row ->
                        new Counted(row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4)),
                    SUMMARY.formatted(filter),
                    Times.seconds(period.from()),
                    Times.seconds(period.to()),
                    route,
                    slice.limit(),
                    slice.offset())
                .stream()
                .flatMap(counted -> summary(sql, counted).stream())
                .toList());
  }

  private record Counted(String story, int posts, int authors, long latest) {}

  private static Optional<StorySummary> summary(Sql sql, Counted counted) {
    var stories = new StoryQueries(sql);
    return stories
        .lead(counted.story())
        .map(
            lead ->
                new StorySummary(
                    counted.story(),
                    counted.posts(),
                    counted.authors(),
                    Times.tick(counted.latest()),
                    lead,
                    stories.topics(counted.story())));
  }

  /// How many stories of a period each topic has, by slug; stories without topic under `other`.
  public SortedMap<String, Integer> storyCounts(Period period) {
    return database.read(sql -> new StoryQueries(sql).counts(period));
  }

  public Found<Story> story(String id) {
    return database.read(sql -> new StoryQueries(sql).find(id, new PostQueries(sql)));
  }

  /// All editions, the last first.
  public List<Edition.Listed> editions() {
    return database.read(sql -> new EditionQueries(sql).all());
  }

  public Optional<Edition> edition(Edition.Key key) {
    return database.read(sql -> new EditionQueries(sql).find(key));
  }

  /// The stories of any digest, in the versions that it names; without posts that were taken back.
  public List<Edition.Item> items(Digest digest) {
    return database.read(sql -> new EditionQueries(sql).items(digest));
  }

  /// What of a text is looked for, in lower case.
  public static List<String> words(String text) {
    return Words.runs(text);
  }

  static StoryPost told(String json) {
    return Json.MAPPER.readValue(json, StoryPost.class);
  }

  static Digest digest(String json) {
    return Json.MAPPER.readValue(json, Digest.class);
  }
}
