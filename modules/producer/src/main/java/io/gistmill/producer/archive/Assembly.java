package io.gistmill.producer.archive;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.producer.archive.ArchiveItem.ReadPost;
import io.gistmill.producer.archive.ArchiveItem.Reject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes posts of one archive's drafts, in order: numbers them, settles their dates and derives
/// their ids.
///
/// A draft waits until a few sound dates behind it are known; how many wait, and how much memory
/// they take, is bounded.
final class Assembly {

  /// Sound dates on each side that a date is compared with.
  private static final int NEIGHBOURS = 4;

  private static final int MOST_WAITING = 256;
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private final String archive;
  private final ZoneId zone;
  private final ArchiveSink sink;
  private final Authors authors = new Authors();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<LocalDate> before = new ArrayDeque<>();
  private long waitingBytes;
  private long ordinal;
  private long posts;
  private long rejects;

  private sealed interface Waiting {
    record Drafted(Draft draft, long ordinal) implements Waiting {}

    record Rejected(Reject reject) implements Waiting {}
  }

  /// @param ordinal the last ordinal given to a post of an earlier archive, 0 for none
  Assembly(String archive, ZoneId zone, ArchiveSink sink, long ordinal) {
    this.archive = archive;
    this.zone = zone;
    this.sink = sink;
    this.ordinal = ordinal;
  }

  long ordinal() {
    return ordinal;
  }

  ArchiveResult result(@Nullable String failure) {
    return new ArchiveResult(archive, posts, rejects, failure);
  }

  void draft(Draft draft) {
    ordinal++;
    authors.meet(draft);
    waitingBytes += draft.bytes();
    waiting.add(new Waiting.Drafted(draft, ordinal));
    settle(false);
  }

  /// A block or line that should have been a post.
  void reject(long line, String reason, String excerpt) {
    ordinal++;
    rejectAside(line, reason, excerpt);
    settle(false);
  }

  /// Something that is no post and takes no ordinal. It waits with the posts before it.
  void rejectAside(long line, String reason, String excerpt) {
    waiting.add(new Waiting.Rejected(new Reject(archive, line, reason, excerpt)));
  }

  boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /// Hands out all that still waits. After an exception a second call goes on behind the draft that
  /// caused it.
  void end() {
    settle(true);
  }

  private void settle(boolean ended) {
    while (!waiting.isEmpty() && (ended || isReady())) {
      switch (waiting.remove()) {
        case Waiting.Rejected rejected -> emit(rejected.reject());
        case Waiting.Drafted drafted -> {
          waitingBytes -= drafted.draft().bytes();
          emit(drafted);
        }
      }
    }
  }

  private boolean isReady() {
    return waiting.peek() instanceof Waiting.Rejected
        || waiting.size() > MOST_WAITING
        || waitingBytes > MOST_BYTES
        || (waiting.size() > NEIGHBOURS && following(1).size() >= NEIGHBOURS);
  }

  /// The first sound dates among those that wait.
  private List<LocalDate> following(int skipped) {
    var days = new ArrayList<LocalDate>();
    Iterator<Waiting> rest = waiting.iterator();
    for (int i = 0; rest.hasNext() && days.size() < NEIGHBOURS; i++) {
      LocalDate day =
          rest.next() instanceof Waiting.Drafted next ? next.draft().date().day(zone) : null;
      if (i >= skipped && day != null) {
        days.add(day);
      }
    }
    return days;
  }

  private void emit(Waiting.Drafted drafted) {
    Draft draft = drafted.draft();
    DateText date = believed(draft.date());
    Optional<Instant> published = published(date);
    if (published.isEmpty()) {
      emit(new Reject(archive, draft.line(), noDate(), draft.text()));
      return;
    }
    boolean inferred =
        draft.inferred()
            || date instanceof DateText.Damaged
            || (date instanceof DateText.Local local && local.mended());
    posts++;
    sink.accept(new ReadPost(post(drafted, published.get(), inferred), draft.line()));
  }

  private void emit(Reject reject) {
    rejects++;
    sink.accept(reject);
  }

  /// Only days without a time are suspected: a machine wrote the others.
  private DateText believed(DateText date) {
    if (!(date instanceof DateText.Local local) || local.time() != null) {
      return date;
    }
    var around = new ArrayList<>(before);
    around.addAll(following(0));
    Optional<DateText.Damaged> outlier = DateMender.outlier(local.date(), around);
    return outlier.isPresent() ? outlier.get() : date;
  }

  private Optional<Instant> published(DateText date) {
    return switch (date) {
      case DateText.Exact exact -> {
        remember(exact.instant().atZone(zone).toLocalDate());
        yield Optional.of(exact.instant());
      }
      case DateText.Local local -> {
        remember(local.date());
        yield Optional.of(
            at(local.date(), Objects.requireNonNullElse(local.time(), LocalTime.NOON)));
      }
      case DateText.Damaged damaged -> mended(damaged).map(day -> at(day, LocalTime.NOON));
    };
  }

  private Optional<LocalDate> mended(DateText.Damaged damaged) {
    var after = new ArrayList<>(following(0));
    LocalDate previous = before.peekLast();
    if (after.size() > 2 && previous == null) {
      LocalDate middle = DateMender.median(after);
      after.removeIf(day -> DateMender.outlier(day, List.of(middle, middle)).isPresent());
    } else if (previous != null) {
      after.removeIf(day -> DateMender.outlier(day, List.of(previous, previous)).isPresent());
    }
    return DateMender.mend(damaged, previous, after.isEmpty() ? null : after.getFirst());
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private void remember(LocalDate day) {
    before.add(day);
    if (before.size() > NEIGHBOURS) {
      before.remove();
    }
  }

  private static String noDate() {
    return "the post has no sound date, and no post near it in the archive has one to take;"
        + " write its date as year-month-day, such as 2024-01-31";
  }

  private Post post(Waiting.Drafted drafted, Instant published, boolean inferred) {
    Draft draft = drafted.draft();
    String author = authors.without(draft);
    return new Post(
        Identity.of(draft, author, published),
        new Origin("archive", drafted.ordinal()),
        author,
        draft.handle(),
        published,
        inferred,
        draft.link(),
        draft.title(),
        draft.text(),
        draft.quoted(),
        draft.notes(),
        draft.links());
  }
}
