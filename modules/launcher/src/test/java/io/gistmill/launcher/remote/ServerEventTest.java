package io.gistmill.launcher.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerEventTest {

  @Test
  void readsNamesIdsAndDataOverSeveralLines() {
    List<ServerEvent> events =
        read("id: 7", "event: post", "data: {", "data:  \"a\":1}", "", ": beat", "", "data:x", "");

    assertThat(events)
        .containsExactly(
            new ServerEvent("7", "post", "{\n \"a\":1}"), new ServerEvent("7", "message", "x"));
  }

  @Test
  void halfAnEventAtTheEndIsNone() {
    List<ServerEvent> events = read("id: 7", "event: post", "data: half");

    assertThat(events).isEmpty();
  }

  @Test
  void unknownFieldsAndEventsWithoutDataSayNothing() {
    List<ServerEvent> events = read("retry: 10", "event: bye", "", "data: y", "");

    assertThat(events).containsExactly(new ServerEvent(null, "message", "y"));
  }

  @Test
  void endsWhenTheReaderHasSeenEnough() {
    List<ServerEvent> seen = new ArrayList<>();

    ServerEvent.read(
        List.of("data: 1", "", "data: 2", "").iterator(),
        event -> {
          seen.add(event);
          return false;
        });

    assertThat(seen).hasSize(1);
  }

  private static List<ServerEvent> read(String... lines) {
    List<ServerEvent> events = new ArrayList<>();
    ServerEvent.read(List.of(lines).iterator(), events::add);
    return events;
  }
}
