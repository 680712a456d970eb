package io.gistmill.benchmarks.posts;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/// Invents posts as a busy feed might bring them, evenly over sixty days.
///
/// Of a hundred posts some two are repeats, one is an edit, seven pass on the words of another,
/// twenty are about something that others post about too, with its link; the rest stand alone. Half
/// are Chinese, half English, of 500 characters on average, by 400 authors of whom few write most.
///
/// The seed decides everything. Not for several threads.
public final class PostGenerator implements Iterator<Post> {

  public static final Duration SPAN = Duration.ofDays(60);

  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final int LENGTH = 500;
  private static final int AUTHORS = 400;

  private final Random random;
  private final Writer writer;
  private final Names names;
  private final List<Person> people;
  private final Recent<Post> posts = new Recent<>(500);
  private final Recent<Happening> happenings = new Recent<>(12);
  private final long count;
  private final Duration step;
  private long made;

  /// @param count how many posts there are; the more, the closer they stand in time
  public PostGenerator(long seed, long count) {
    this.random = new Random(seed);
    this.writer = new Writer(random);
    this.names = new Names(random);
    this.people = Person.invent(AUTHORS, random);
    this.count = count;
    this.step = SPAN.dividedBy(Math.max(1, count));
  }

  @Override
  public boolean hasNext() {
    return made < count;
  }

  @Override
  public Post next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + count + " posts have been made");
    }
    Instant published = START.plus(step.multipliedBy(made));
    made++;
    int kind = random.nextInt(100);
    if (kind < 3 && !posts.isEmpty()) {
      return again(kind, published);
    }
    Post post = kind < 10 && !posts.isEmpty() ? passedOn(published) : fresh(kind, published);
    posts.add(post);
    return post;
  }

  /// The source gives it once more, later on.
  private Post again(int kind, Instant published) {
    Post old = posts.pick(random);
    return kind < 2
        ? copy(old, published, old.text())
        : copy(old, published, old.text() + "\n\n" + writer.remark(isChinese(old.text())));
  }

  private Post copy(Post old, Instant published, String text) {
    return new Post(
        old.id(),
        origin(),
        old.author(),
        old.handle(),
        published,
        false,
        old.link(),
        null,
        text,
        old.quoted(),
        old.notes(),
        old.links());
  }

  private Post passedOn(Instant published) {
    Post old = posts.pick(random);
    String text = writer.remark(isChinese(old.text())) + "\n\n" + old.text();
    return post(author(), published, text, List.of(), old.links());
  }

  private Post fresh(int kind, Instant published) {
    Person author = author();
    boolean shared = kind < 30;
    Happening about = shared ? happening() : newHappening();
    String text = writer.text(author.writesChinese(), about.subject(), about.thing(), LENGTH);
    if (shared || kind >= 70) {
      return post(
          author, published, text + "\n\n" + about.link(), List.of(), List.of(about.link()));
    }
    return post(author, published, text, kind < 40 ? quotes() : List.of(), List.of());
  }

  private List<Quote> quotes() {
    Person quoted = author();
    return List.of(
        new Quote(quoted.name(), quoted.handle(), null, writer.remark(quoted.writesChinese())));
  }

  private Post post(
      Person author, Instant published, String text, List<Quote> quoted, List<String> links) {
    String link = "https://posts.example.net/@" + author.handle() + "/" + (1_000_000 + made);
    return new Post(
        PostIds.ofPermalink(link),
        origin(),
        author.name(),
        author.handle(),
        published,
        false,
        link,
        null,
        text,
        quoted,
        List.of(),
        new ArrayList<>(links));
  }

  private Origin origin() {
    return new Origin("generated", made);
  }

  /// Few write most: a number squared falls on the first ones more often.
  private Person author() {
    double draw = random.nextDouble();
    return people.get((int) (draw * draw * people.size()));
  }

  private Happening happening() {
    if (happenings.isEmpty() || random.nextInt(10) == 0) {
      happenings.add(newHappening());
    }
    return happenings.pick(random);
  }

  private Happening newHappening() {
    Subject subject = Subject.ALL.get(random.nextInt(Subject.ALL.size()));
    String thing = names.thing();
    String link =
        "https://news.example.com/"
            + (100 + made % 900)
            + "/"
            + thing
            + "-"
            + random.nextInt(1_000);
    return new Happening(subject, thing, link);
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
