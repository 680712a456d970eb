package io.gistmill.classifier.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A classifier that breaks a promise is told which and how.
@SuppressWarnings("NullAway") // Foreign code may not know of nullness.
class ContractTest {

  /// @param promise the number of the promise that it breaks
  /// @param says what it is told
  record Case(String promise, String says, ClassifierFactory factory) {
    @Override
    public String toString() {
      return promise + ": " + says;
    }
  }

  /// Answers a batch as a function says.
  private static class Answering extends Kettle {
    private final Function<List<Post>, List<Outcome>> answer;

    Answering(Function<List<Post>, List<Outcome>> answer) {
      this.answer = answer;
    }

    @Override
    public Classifier create() {
      return new Classifier() {
        @Override
        public List<Outcome> classify(List<Post> posts) {
          return answer.apply(posts);
        }
      };
    }
  }

  private static final Kettle SOUND = new Kettle();

  private static Case answering(
      String promise, String says, Function<List<Post>, List<Outcome>> answer) {
    return new Case(promise, says, new Answering(answer));
  }

  /// Of one tag for each post that gets one.
  private static Case tagging(String promise, String says, Function<Tag, List<Tag>> change) {
    return answering(
        promise,
        says,
        posts ->
            posts.stream()
                .map(post -> (Outcome.Tagged) SOUND.outcome(post))
                .<Outcome>map(
                    tagged ->
                        new Outcome.Tagged(
                            tagged.classifier(),
                            tagged.tags().stream()
                                .flatMap(tag -> change.apply(tag).stream())
                                .toList()))
                .toList());
  }

  private static List<Outcome> sound(List<Post> posts) {
    return posts.stream().map(SOUND::outcome).toList();
  }

  static Stream<Case> cases() {
    var calls = new AtomicInteger();
    return Stream.of(
        answering("classifier 1", "returns null", posts -> null),
        answering("classifier 1", "0 outcomes for", posts -> List.of()),
        answering(
            "classifier 1", "an outcome is null", posts -> Collections.nCopies(posts.size(), null)),
        answering("classifier 1", "not stand in the order", posts -> sound(posts).reversed()),
        answering(
            "classifier 2",
            "another answer in a batch",
            posts ->
                posts.size() == 1
                    ? sound(posts)
                    : sound(Collections.nCopies(posts.size(), Posts.text("")))),
        answering(
            "classifier 2",
            "the second answer differs",
            posts ->
                posts.stream()
                    .<Outcome>map(
                        post -> new Outcome.Failed(SOUND.id(), "call " + calls.incrementAndGet()))
                    .toList()),
        answering(
            "classifier 3",
            "every post failed: no model",
            posts ->
                posts.stream()
                    .<Outcome>map(post -> new Outcome.Failed(SOUND.id(), "no model"))
                    .toList()),
        answering(
            "classifier 3",
            "it threw java.lang.StringIndexOutOfBoundsException",
            posts -> {
              assertThat(posts.stream().map(post -> post.text().charAt(0))).doesNotContainNull();
              return sound(posts);
            }),
        answering(
            "classifier 4",
            "names 'somebody@2'",
            posts ->
                posts.stream()
                    .<Outcome>map(post -> new Outcome.Tagged("somebody@2", List.of()))
                    .toList()),
        tagging(
            "classifier 4",
            "a tag names 'somebody'",
            tag -> List.of(new Tag("tea", Fixed.ONE, "somebody", List.of()))),
        tagging(
            "classifier 4",
            "the topic 'coffee', which topics() of the factory lacks",
            tag -> List.of(new Tag("coffee", Fixed.ONE, SOUND.id(), List.of()))),
        tagging("classifier 4", "the topic 'tea' twice", tag -> List.of(tag, tag)),
        answering(
            "classifier 5",
            "its emphasis tells of 999 stretches",
            posts ->
                posts.stream()
                    .<Outcome>map(
                        post ->
                            new Outcome.Tagged(
                                SOUND.id(),
                                ((Outcome.Tagged) SOUND.outcome(post)).tags(),
                                new Emphasis(Collections.nCopies(999, 1))))
                    .toList()),
        tagging(
            "classifier 5",
            "does not stand in the post",
            tag ->
                List.of(
                    new Tag(
                        "tea",
                        Fixed.ONE,
                        SOUND.id(),
                        List.of(new Evidence(Evidence.Part.TEXT, 0, 99_999, "kettle"))))),
        tagging(
            "classifier 5",
            "does not stand in the post",
            tag ->
                List.of(
                    new Tag(
                        "tea",
                        Fixed.ONE,
                        SOUND.id(),
                        List.of(new Evidence(Evidence.Part.QUOTED, 7, 0, "kettle"))))),
        tagging("its author", "should get a topic gets", tag -> List.of()),
        new Case("classifier 7", "it threw java.lang.IllegalStateException", new UnusedFails()),
        new Case("factory 5", "when one is closed another one fails (closed)", new Single()),
        new Case("factory 5", "create() returns null", new Nothing()),
        new Case(
            "factory 2",
            "name() is 'Kettle'",
            new Kettle() {
              @Override
              public String name() {
                return "Kettle";
              }
            }),
        new Case(
            "factory 2",
            "version() is 'one two'",
            new Kettle() {
              @Override
              public String version() {
                return "one two";
              }
            }),
        new Case(
            "factory 3",
            "the topic 'Tea & more' is no slug",
            new Kettle() {
              @Override
              public Set<String> topics() {
                return Set.of("Tea & more");
              }
            }),
        new Case(
            "factory 3",
            "topicNames() names 'coffee'",
            new Kettle() {
              @Override
              public Map<String, String> topicNames() {
                return Map.of("coffee", "Coffee");
              }
            }),
        new Case(
            "factory 6",
            "timeLimit() is PT0S",
            new Kettle() {
              @Override
              public Duration timeLimit() {
                return Duration.ZERO;
              }
            }),
        new Case(
            "factory 6",
            "batch() is 33; return 1 to 32",
            new Kettle() {
              @Override
              public int batch() {
                return 33;
              }
            }),
        new Case(
            "factory 7",
            "gives kettle@2",
            new Kettle() {
              @Override
              public ClassifierFactory configured(String configuration) {
                return new Kettle() {
                  @Override
                  public String version() {
                    return "2";
                  }
                };
              }
            }),
        new Case(
            "factory 7",
            "it threw java.lang.UnsupportedOperationException",
            new Kettle() {
              @Override
              public ClassifierFactory configured(String configuration) {
                throw new UnsupportedOperationException("a kettle has no settings");
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatBreaksAPromiseIsToldWhichAndHow(Case broken) throws InterruptedException {
    // given
    Contract contract = Contract.of(broken.factory(), Kettle.POSTS);

    // when
    List<Finding> findings = contract.attemptAll(finding -> {});

    // then
    assertThat(findings.stream().filter(finding -> !finding.kept()))
        .anySatisfy(
            finding -> {
              assertThat(finding.promise()).startsWith(broken.promise());
              assertThat(finding.broken()).contains(broken.says());
            });
  }

  @Test
  void whatKeepsAllPromisesHasNothingToTell() throws InterruptedException {
    var told = new ArrayList<Finding>();

    List<Finding> findings = Contract.of(new Kettle(), Kettle.POSTS).attemptAll(told::add);

    assertThat(findings).allMatch(Finding::kept).hasSameSizeAs(told).hasSizeGreaterThan(15);
  }

  @Test
  void eachClassifierIsClosedExactlyOnce() throws InterruptedException {
    // given
    var made = new AtomicInteger();
    var closed = new AtomicInteger();
    var counting =
        new Kettle() {
          @Override
          public Classifier create() {
            made.incrementAndGet();
            Classifier kettle = super.create();
            return new Classifier() {
              @Override
              public List<Outcome> classify(List<Post> posts) {
                return kettle.classify(posts);
              }

              @Override
              public void close() {
                closed.incrementAndGet();
              }
            };
          }
        };

    // when
    Contract.of(counting, Kettle.POSTS).attemptAll(finding -> {});

    // then
    assertThat(made).hasPositiveValue();
    assertThat(closed).hasValue(made.get());
  }

  @Test
  void aThreadThatOutlivesItsClassifierIsTold() throws InterruptedException {
    // given
    var end = new CountDownLatch(1);
    var leaking =
        new Answering(
            posts -> {
              Thread.ofPlatform().daemon().name("leaked").start(() -> await(end));
              return sound(posts);
            });
    Check close =
        new ClassifierTrials(new Subject(leaking, Kettle.POSTS), Duration.ofMillis(50))
            .all().stream()
                .filter(check -> check.promise().equals("classifier 7: close() ends its threads"))
                .findFirst()
                .orElseThrow();

    // when
    Finding finding = close.run();

    // then
    assertThat(finding.broken())
        .isEqualTo("its thread 'leaked' is alive after close(); end it there");
    end.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Single extends Kettle {
    private final Classifier only =
        new Classifier() {
          private boolean closed;

          @Override
          public List<Outcome> classify(List<Post> posts) {
            if (closed) {
              throw new IllegalStateException("closed");
            }
            return sound(posts);
          }

          @Override
          public void close() {
            closed = true;
          }
        };

    @Override
    public Classifier create() {
      return only;
    }
  }

  private static final class Nothing extends Kettle {
    @Override
    public Classifier create() {
      return null;
    }
  }

  /// Its close needs a call before.
  private static final class UnusedFails extends Kettle {
    @Override
    public Classifier create() {
      Classifier kettle = super.create();
      return new Classifier() {
        private boolean used;

        @Override
        public List<Outcome> classify(List<Post> posts) {
          used = true;
          return kettle.classify(posts);
        }

        @Override
        public void close() {
          if (!used) {
            throw new IllegalStateException("nothing to close");
          }
        }
      };
    }
  }
}
