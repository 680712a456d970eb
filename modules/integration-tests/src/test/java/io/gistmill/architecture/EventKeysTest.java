package io.gistmill.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.EventKeys;
import io.gistmill.runtime.streams.VitalKeys;
import org.junit.jupiter.api.Test;

/// The shell may not know the catalogue of topics, so nothing else holds the two together.
class EventKeysTest {

  @Test
  void theShellGuardsTheKeysOfTheCatalogue() {
    assertThat(VitalKeys.ALL).containsExactlyInAnyOrder(EventKeys.TICK, EventKeys.SWITCH);
  }
}
