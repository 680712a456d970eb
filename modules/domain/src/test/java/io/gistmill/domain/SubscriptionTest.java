package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "wei-all", "Reader.7-rag"})
  void idsServeAsKeysAndFileNames(String id) {
    assertThat(subscription(id, 1).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a|b", "a/b", "a\n", "阅读", "a}"})
  void otherIdsAreRefused(String id) {
    assertThatThrownBy(() -> subscription(id, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("letters, digits");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aDigestShowsAtLeastOneStory(int maxItems) {
    assertThatThrownBy(() -> subscription("a", maxItems))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one story");
  }

  private static Subscription subscription(String id, int maxItems) {
    Cadence daily = new Cadence.Daily(LocalTime.NOON);
    return new Subscription(id, "wei", "all", daily, ZoneOffset.UTC, maxItems);
  }
}
