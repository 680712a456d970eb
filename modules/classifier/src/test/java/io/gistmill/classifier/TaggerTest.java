package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaggerTest {

  private static final String ID = "odd@1";
  private static final Post POST = TestPosts.post("p1", "rag and moe");

  @Test
  void takesTheMostConfidentTagOfEachTopicStrongestFirst() {
    var tagger =
        tagger(
            WordClassifier.active("a@1", 0.6, "rag", "moe"),
            WordClassifier.active("b@1", 0.9, "moe"));

    Tagging tagging = tagger.tag(POST);

    assertThat(tagging.topics()).extracting(Tag::topic).containsExactly("moe", "rag");
    assertThat(tagging.topics()).extracting(Tag::classifier).containsExactly("b@1", "a@1");
    assertThat(tagging.outcomes()).extracting(Outcome::classifier).containsExactly("a@1", "b@1");
  }

  @Test
  void breaksTiesByTopicAndClassifier() {
    var tagger =
        tagger(
            WordClassifier.active("z@1", 0.6, "rag", "moe"),
            WordClassifier.active("b@1", 0.6, "rag", "moe"));

    Tagging tagging = tagger.tag(POST);

    assertThat(tagging.topics()).extracting(Tag::topic).containsExactly("moe", "rag");
    assertThat(tagging.topics()).extracting(Tag::classifier).containsExactly("b@1", "b@1");
  }

  @Test
  void leavesOutWhatIsNotConfidentEnough() {
    var tagger =
        tagger(
            WordClassifier.active("a@1", 0.5, "rag"),
            WordClassifier.active("b@1", 0.499999, "moe"));

    assertThat(tagger.tag(POST).topics()).extracting(Tag::topic).containsExactly("rag");
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        nonsense("it threw java.lang.IllegalStateException: no model", TaggerTest::throwing),
        nonsense("it threw java.lang.StackOverflowError", posts -> overflow()),
        nonsense("it returned null; a list with one outcome was expected", posts -> nothing()),
        nonsense("it returned 0 outcomes for 1 post", posts -> List.of()),
        nonsense("it returned 2 outcomes for 1 post", posts -> List.of(tagged(), tagged())),
        nonsense("its outcome is null; a failure belongs into Outcome.Failed", posts -> oneNull()),
        nonsense(
            "its outcome names 'other@9' instead of itself",
            posts -> List.of(new Outcome.Tagged("other@9", List.of()))),
        nonsense("it gave the unknown topic 'fish'", posts -> List.of(tagged(tag("fish")))),
        nonsense("it gave the topic 'rag' twice", posts -> List.of(tagged(tag("rag"), tag("rag")))),
        nonsense(
            "its tag names 'x@1' instead of itself",
            posts -> List.of(tagged(new Tag("rag", Fixed.ONE, "x@1", List.of())))),
        outside(new Evidence(Evidence.Part.TEXT, 0, 1, "rag")),
        outside(new Evidence(Evidence.Part.TEXT, 0, 999, "rag")),
        outside(new Evidence(Evidence.Part.TEXT, 1, 0, "rag")),
        outside(new Evidence(Evidence.Part.TITLE, 0, 0, "rag")),
        outside(new Evidence(Evidence.Part.QUOTED, 1, 0, "a quoted")),
        outside(new Evidence(Evidence.Part.LINK, 0, 0, "https")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nonsense")
  void nonsenseIsRecordedAsAFailureAndTheOthersStillCount(String reason, Classifier classifier) {
    var odd = new ActiveClassifier(ID, new TreeSet<>(List.of("rag")), classifier);
    var tagger = tagger(odd, WordClassifier.active("good@1", 0.8, "moe"));

    Tagging tagging = tagger.tag(POST);

    assertThat(tagging.outcomes().getFirst()).isEqualTo(new Outcome.Failed(ID, reason));
    assertThat(tagging.topics()).extracting(Tag::topic).containsExactly("moe");
  }

  @Test
  void evidenceInEveryPartIsAccepted() {
    Post post = TestPosts.linking(null, "https://trees.example");
    List<Evidence> evidence =
        List.of(
            new Evidence(Evidence.Part.TEXT, 0, 8, "this"),
            new Evidence(Evidence.Part.QUOTED, 0, 2, "quoted"),
            new Evidence(Evidence.Part.LINK, 0, 8, "trees.example"));
    Outcome outcome = tagged(new Tag("rag", Fixed.ONE, ID, evidence));
    var tagger =
        tagger(new ActiveClassifier(ID, new TreeSet<>(List.of("rag")), posts -> List.of(outcome)));

    assertThat(tagger.tag(post).outcomes()).containsExactly(outcome);
  }

  @Test
  void aFailureThatTheClassifierReportsIsKept() {
    var failed = new Outcome.Failed(ID, "too long for me");
    var tagger =
        tagger(new ActiveClassifier(ID, new TreeSet<>(List.of()), posts -> List.of(failed)));

    assertThat(tagger.tag(POST).outcomes()).containsExactly(failed);
  }

  @Test
  void aLongReasonIsCut() {
    var tagger =
        tagger(
            new ActiveClassifier(
                ID,
                new TreeSet<>(List.of()),
                posts -> {
                  throw new IllegalStateException("x".repeat(100_000));
                }));

    Outcome outcome = tagger.tag(POST).outcomes().getFirst();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.reason()).hasSizeLessThan(400));
  }

  @Test
  void closesEveryClassifierOnceAndIsOfNoUseAfterwards() {
    var closed = new AtomicInteger();
    var tagger = tagger(closing(closed, true), closing(closed, false));

    tagger.close();
    tagger.close();

    assertThat(closed).hasValue(2);
    assertThatThrownBy(() -> tagger.tag(POST)).isInstanceOf(IllegalStateException.class);
  }

  private static Tagger tagger(ActiveClassifier... classifiers) {
    return new Tagger(List.of(classifiers), Tagger.THRESHOLD, System::nanoTime);
  }

  private static Arguments nonsense(String reason, Classifier classifier) {
    return Arguments.of(reason, classifier);
  }

  private static Arguments outside(Evidence evidence) {
    return nonsense(
        "its evidence for 'rag' does not stand in the post: " + evidence,
        posts -> List.of(tagged(new Tag("rag", Fixed.ONE, ID, List.of(evidence)))));
  }

  private static List<Outcome> throwing(List<Post> posts) {
    throw new IllegalStateException("no model");
  }

  private static List<Outcome> overflow() {
    throw new StackOverflowError();
  }

  @SuppressWarnings("NullAway")
  private static List<Outcome> nothing() {
    return null;
  }

  @SuppressWarnings("NullAway")
  private static List<Outcome> oneNull() {
    return Arrays.asList((Outcome) null);
  }

  private static Outcome tagged(Tag... tags) {
    return new Outcome.Tagged(ID, List.of(tags));
  }

  private static Tag tag(String topic) {
    return new Tag(topic, Fixed.ONE, ID, List.of());
  }

  private static ActiveClassifier closing(AtomicInteger closed, boolean failing) {
    return new ActiveClassifier(
        ID,
        new TreeSet<>(List.of()),
        new Classifier() {
          @Override
          public List<Outcome> classify(List<Post> posts) {
            return List.of();
          }

          @Override
          public void close() {
            closed.incrementAndGet();
            if (failing) {
              throw new IllegalStateException("stuck");
            }
          }
        });
  }
}
