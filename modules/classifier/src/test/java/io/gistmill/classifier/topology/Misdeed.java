package io.gistmill.classifier.topology;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.plugin.ExitlessLoader;
import io.gistmill.classifier.testclasses.Leaving;
import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// What a classifier may do wrong, and what is recorded of it then.
enum Misdeed {
  THROWS("it threw java.lang.IllegalStateException: no model") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      throw new IllegalStateException("no model");
    }
  },
  THROWS_CHECKED("it threw java.io.IOException: no file") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      throw Misdeed.<RuntimeException>unchecked(new IOException("no file"));
    }
  },
  THROWS_ERROR("it threw java.lang.NoClassDefFoundError: forgotten/Library") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      throw new NoClassDefFoundError("forgotten/Library");
    }
  },
  RECURSES("it threw java.lang.StackOverflowError") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return deeper(posts, 1).stream().limit(1).toList();
    }

    private List<Outcome> deeper(List<Post> posts, long depth) {
      return depth < 0 ? List.of() : deeper(posts, depth + 1).reversed();
    }
  },
  ALLOCATES_TOO_MUCH("it threw java.lang.OutOfMemoryError: Requested array size exceeds VM limit") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return List.of(tagged(Integer.toString(new long[Integer.MAX_VALUE].length)));
    }
  },
  EXHAUSTS_MEMORY("it threw java.lang.OutOfMemoryError: Java heap space") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      // A third each, so that what is left when the last one fails is enough for all others.
      int third = Math.toIntExact(Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 3));
      List<byte[]> hoard = new ArrayList<>();
      while (hoard.size() < 1_000) {
        hoard.add(new byte[third]);
      }
      return List.of(tagged("hoarded " + hoard.size()));
    }
  },
  HANGS("it gave no answer within 300 ms") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      while (mended.getCount() > 0) {
        try {
          mended.await();
        } catch (InterruptedException e) {
          // That is what makes it hang.
        }
      }
      return posts.stream().map(post -> good()).toList();
    }
  },
  LEAKS_THREADS("it has left more than 64 threads running") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      for (int i = 0; i < 70; i++) {
        new Thread(() -> waitFor(mended)).start();
      }
      return posts.stream().map(post -> good()).toList();
    }
  },
  FLOODS_LOGS(null) {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      var log = LoggerFactory.getLogger("flood");
      for (int i = 0; i < 2_000; i++) {
        System.out.print("");
        log.debug("line {} of many", i);
      }
      return posts.stream().map(post -> good()).toList();
    }
  },
  ENDS_THE_PROCESS("it threw java.lang.SecurityException: a classifier may not end the process") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      try {
        var loader = new ExitlessLoader(Leaving.class);
        var leaving = loader.loadClass(Leaving.class.getName()).getConstructor(String.class);
        return ((Classifier) leaving.newInstance("EXIT")).classify(posts);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  },
  UNKNOWN_TOPIC("it gave the unknown topic 'fish'") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return each(posts, tagged("fish"));
    }
  },
  NOT_A_NUMBER("it threw java.lang.IllegalArgumentException: not a finite number: NaN") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return each(posts, new Outcome.Tagged(ID, List.of(tag("wheel", Fixed.of(Double.NaN)))));
    }
  },
  OUT_OF_RANGE(
      "it threw java.lang.IllegalArgumentException: confidence of wheel lies outside 0 to 1: 1.5") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return each(posts, new Outcome.Tagged(ID, List.of(tag("wheel", Fixed.of(1.5)))));
    }
  },
  GIVES_10000_TAGS("it gave 10000 tags; at most 100 are taken") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      List<Tag> tags = IntStream.range(0, 10_000).mapToObj(i -> tag("wheel", Fixed.ONE)).toList();
      return each(posts, new Outcome.Tagged(ID, tags));
    }
  },
  OUTSIDE_THE_TEXT("its evidence for 'wheel' does not stand in the post: Evidence[part=TEXT") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return each(posts, evident(List.of(new Evidence(Evidence.Part.TEXT, 0, 999, "wheel"))));
    }
  },
  HUGE_EVIDENCE("it gave 200000 pieces of evidence with 1000000 characters") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      var one = new Evidence(Evidence.Part.TEXT, 0, 0, "a mil");
      return each(posts, evident(Collections.nCopies(200_000, one)));
    }
  },
  BEYOND_THE_TEXT("it gave strengths of 500 stretches; the text has ") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      var emphasis = new Emphasis(Collections.nCopies(500, 1));
      return each(posts, new Outcome.Tagged(ID, List.of(), emphasis));
    }
  },
  NULL_LIST("it returned null; a list with one outcome was expected") {
    @SuppressWarnings("NullAway")
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return null;
    }
  },
  NULL_OUTCOME("its outcome is null; a failure belongs into Outcome.Failed") {
    @SuppressWarnings("NullAway")
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return Arrays.asList(new Outcome[posts.size()]);
    }
  },
  WRONG_SIZE("it returned 0 outcomes for 1 post") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return List.of();
    }
  },
  SPEAKS_FOR_ANOTHER("its outcome names 'good@1' instead of itself") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return each(posts, new Outcome.Tagged("good@1", List.of()));
    }
  },
  ENDLESS_REASON("x".repeat(300) + "...") {
    @Override
    List<Outcome> classify(List<Post> posts, CountDownLatch mended) {
      return each(posts, new Outcome.Failed(ID, "x".repeat(1_000_000)));
    }
  };

  static final String ID = "bad@1";

  private final @Nullable String reason;

  Misdeed(@Nullable String reason) {
    this.reason = reason;
  }

  /// @return null where it costs the stream nothing and is no failure
  @Nullable String reason() {
    return reason;
  }

  /// @param mended whatever is held is let go of when this is down
  abstract List<Outcome> classify(List<Post> posts, CountDownLatch mended);

  static Outcome good() {
    return new Outcome.Tagged(ID, List.of());
  }

  private static List<Outcome> each(List<Post> posts, Outcome outcome) {
    return posts.stream().map(post -> outcome).toList();
  }

  private static Outcome tagged(String topic) {
    return new Outcome.Tagged(ID, List.of(tag(topic, Fixed.ONE)));
  }

  private static Outcome evident(List<Evidence> evidence) {
    return new Outcome.Tagged(ID, List.of(new Tag("wheel", Fixed.ONE, ID, evidence)));
  }

  private static Tag tag(String topic, Fixed confidence) {
    return new Tag(topic, confidence, ID, List.of());
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable cause) throws E {
    throw (E) cause;
  }
}
