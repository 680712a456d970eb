package io.gistmill.gateway.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.delivery.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PostmanTest {

  private static final Outcome LATER =
      new Outcome.Deferred("451 later", null, Outcome.Reach.DESTINATION);
  private static final List<Duration> AT_ONCE = List.of(Duration.ZERO, Duration.ZERO);

  private final List<String> tried = new CopyOnWriteArrayList<>();

  @Test
  void aServerThatAsksToWaitIsTriedAgain() {
    // given
    try (Postman postman = postman(LATER, LATER, new Outcome.Accepted("250 OK"))) {

      // when
      postman.send(letter("a"));

      // then
      Awaitility.await().until(() -> tried.size() == 3);
    }
  }

  @Test
  void aLetterIsGivenUpAfterTheLastPauseAndTheNextOneGoesOut() {
    // given
    try (Postman postman =
        postman(LATER, LATER, LATER, new Outcome.Refused("550 no", true), LATER)) {

      // when
      postman.send(letter("a"));
      Awaitility.await().until(() -> tried.size() == 3);
      postman.send(letter("b"));

      // then
      Awaitility.await().until(() -> tried.size() == 4);
      assertThat(tried).containsExactly("a", "a", "a", "b");
    }
  }

  @Test
  void aFaultOfTheWayOutStopsNothing() {
    // given
    Queue<String> left = new ArrayDeque<>(List.of("bang", "fine"));
    try (var postman =
        new Postman(
            letter -> {
              tried.add(letter.id());
              if ("bang".equals(left.remove())) {
                throw new IllegalStateException("no disk");
              }
              return new Outcome.Accepted("250 OK");
            },
            AT_ONCE)) {

      // when
      postman.send(letter("a"));
      Awaitility.await().until(() -> tried.size() == 1);
      postman.send(letter("b"));

      // then
      Awaitility.await().until(() -> tried.size() == 2);
    }
  }

  @Test
  void aLetterShowsNeitherAddressNorLink() {
    assertThat(letter("a")).hasToString("Letter[a]");
  }

  private Postman postman(Outcome... outcomes) {
    Queue<Outcome> left = new ArrayDeque<>(List.of(outcomes));
    return new Postman(
        letter -> {
          tried.add(letter.id());
          return left.remove();
        },
        AT_ONCE);
  }

  private static Letter letter(String id) {
    return new Letter(
        id,
        "ada@example.com",
        "Subject",
        "Opening",
        "Open",
        URI.create("https://digests.example.com/confirm/x"),
        "Closing");
  }
}
