package io.gistmill.benchmarks.delivery;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.mail.MailComposer;
import io.gistmill.digest.mailroom.StoryLookup;
import io.gistmill.digest.render.DigestPage;
import io.gistmill.digest.render.DigestPages;
import io.gistmill.digest.render.DigestRenderer;
import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.digest.render.Footer;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Tick;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Measures what it costs to make a digest of eight stories a message, step by step, in processor
/// time of one thread: that counts on a busy machine too.
public final class StepBenchmark {

  private static final int DIGESTS = 200;
  private static final int STORIES = 8;
  private static final int TIMES = 1_200;
  private static final String LINK = "https://news.example.org/0123456789abcdef0123456789abcdef";
  private static final Footer FOOTER = new Footer(LINK, LINK, LINK);

  private final PrintStream out;
  private long made;

  private StepBenchmark(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    new StepBenchmark(System.out).run();
  }

  private void run() {
    DueStories due = DueStories.told();
    var pages = new DigestPages(new StoryLookup(due.stories()), slug -> slug);
    var renderer = new DigestRenderer();
    List<Digest> digests = IntStream.range(0, DIGESTS).mapToObj(i -> digest(due, i)).toList();
    List<DigestPage> shown =
        digests.stream().map(pages::page).map(it -> it.withFooter(FOOTER)).toList();
    List<Message> messages = shown.stream().map(page -> message(page, renderer)).toList();
    time("words looked up", digests, it -> pages.page(it).stories().size());
    time("HTML, fitted to a mail", shown, it -> renderer.fitForMail(it).html().length());
    time("text", shown, it -> renderer.render(it, Format.TEXT).length());
    time("JSON", shown, it -> renderer.render(it, Format.JSON).length());
    MailComposer plain = MeasuredTransports.composer(null);
    MailComposer signing = MeasuredTransports.composer(MeasuredTransports.SIGNER);
    time("mail", messages, it -> plain.compose(it, "a@host.example.org").hashCode());
    time("mail, signed", messages, it -> signing.compose(it, "a@host.example.org").hashCode());
    out.println("made: " + made);
  }

  private static Digest digest(DueStories due, int number) {
    var wanted =
        new Subscription(
            "reader-daily",
            "reader",
            Subscription.ALL,
            new Cadence.Daily(LocalTime.MIDNIGHT),
            ZoneOffset.UTC,
            STORIES);
    Instant cut = Tick.edgeBefore(Instant.now());
    var items = due.items().subList(number, number + STORIES);
    return new Digest(
        "reader-daily." + number, wanted, cut.minus(Duration.ofDays(1)), cut, items, 3, "hash");
  }

  private static Message message(DigestPage page, DigestRenderer renderer) {
    return new Message(
        "reader-daily.1",
        page.title(),
        "en",
        renderer.render(page, Format.TEXT),
        renderer.render(page, Format.HTML),
        renderer.render(page, Format.JSON),
        List.of(),
        new Message.Links(LINK, LINK, LINK),
        null);
  }

  /// Once to warm up, and once to measure.
  private <T> void time(String what, List<T> all, ToIntFunction<T> work) {
    repeat(all, work);
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    repeat(all, work);
    double micros = (threads.getCurrentThreadCpuTime() - before) / 1e3 / TIMES;
    out.printf(Locale.ROOT, "%-24s %6.0f us%n", what, micros);
  }

  private <T> void repeat(List<T> all, ToIntFunction<T> work) {
    for (int i = 0; i < TIMES; i++) {
      made += work.applyAsInt(all.get(i % all.size()));
    }
  }
}
