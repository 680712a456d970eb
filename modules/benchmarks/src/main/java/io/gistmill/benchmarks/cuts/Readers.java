package io.gistmill.benchmarks.cuts;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Selection;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Invents subscribers, one subscription each, evenly over 24 zones.
///
/// Most want their digest at 07:00 or 08:00; of a hundred seven want it weekly, on Mondays, and one
/// each quarter-hour. Sixty choose some of 26 topics, of which few are wanted by most, ten leave
/// some out, ten have a filter, ten mute sources and authors; the rest want all.
final class Readers {

  static final List<String> TOPICS = IntStream.range(0, 26).mapToObj(i -> "topic-" + i).toList();

  private static final List<ZoneId> ZONES =
      IntStream.rangeClosed(-11, 12)
          .mapToObj(hour -> ZoneId.of(hour > 0 ? "Etc/GMT-" + hour : "Etc/GMT+" + -hour))
          .toList();

  private static final List<String> WORDS =
      List.of("retrieval", "model", "browser", "检索", "模型", "open", "paper", "benchmark", "memory");

  private final SplittableRandom random;
  private final int filters;

  Readers(long seed, int filters) {
    this.random = new SplittableRandom(seed);
    this.filters = filters;
  }

  SubscriptionEvent.Subscribed next(int number) {
    String name = "reader" + number;
    var subscription =
        new Subscription(
            name + "-1",
            name,
            Subscription.ALL,
            cadence(),
            ZONES.get(number % ZONES.size()),
            20,
            selection(),
            Preferences.NONE,
            List.of(Channel.EMAIL));
    return new SubscriptionEvent.Subscribed(name, List.of(subscription), Contact.NONE);
  }

  private Cadence cadence() {
    LocalTime at = LocalTime.of(7 + random.nextInt(2), 0);
    int kind = random.nextInt(100);
    if (kind == 0) {
      return new Cadence.QuarterHourly();
    }
    return kind < 8 ? new Cadence.Weekly(DayOfWeek.MONDAY, at) : new Cadence.Daily(at);
  }

  private Selection selection() {
    int kind = random.nextInt(100);
    return new Selection(
        kind < 60 ? topics(5) : List.of(),
        kind >= 55 && kind < 65 ? topics(3) : List.of(),
        kind >= 65 && kind < 75 ? filter(random.nextInt(filters)) : "",
        kind >= 75 && kind < 80 ? List.of("source-" + random.nextInt(40)) : List.of(),
        kind >= 80 && kind < 85 ? List.of("@author" + random.nextInt(400)) : List.of(),
        List.of());
  }

  private List<String> topics(int most) {
    var topics = new TreeSet<String>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      // Squared, so that the first few are wanted by most.
      double share = random.nextDouble();
      topics.add(TOPICS.get((int) (share * share * TOPICS.size())));
    }
    return List.copyOf(topics);
  }

  /// The same number gives the same filter.
  private static String filter(int number) {
    String word = WORDS.get(number % WORDS.size());
    String topic = TOPICS.get(number / WORDS.size() % TOPICS.size());
    return switch (number % 4) {
      case 0 -> word + " OR \"author " + number + "\"";
      case 1 -> "topic:" + topic + " AND confidence>=0." + number % 10 + " NOT word" + number;
      case 2 -> "(" + word + " OR topic:" + topic + ") NOT author:author" + number;
      default -> word + " " + "co* OR topic:" + topic + " OR \"no " + number + "\"";
    };
  }
}
