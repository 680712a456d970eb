package io.gistmill.gateway.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Foo/Bar", "", "europe/berlin", "GMT+8", "+08:00", "SystemV/PST8", "Etc/GMT+5"})
  void whatIsNoZoneThatPeopleLiveInIsNotFound(String name) {
    assertThat(Zones.find(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "Asia/Kathmandu", "America/Argentina/Ushuaia", "UTC"})
  void zonesAreFoundByTheirNames(String name) {
    assertThat(Zones.find(name)).contains(ZoneId.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berln, Europe/Berlin",
    "berlin, Europe/Berlin",
    "Europe/Shanghai, Asia/Shanghai",
    "new york, America/New_York",
    "Asia/Calcuta, Asia/Calcutta"
  })
  void theLikeliestZoneIsSuggestedFirst(String text, String zone) {
    assertThat(Zones.nearest(text)).hasSize(3).first().isEqualTo(zone);
  }

  @Test
  void regionsHoldTheirZonesInOrder() {
    assertThat(Zones.byRegion().keySet()).contains("Africa", "Asia", "Europe", "UTC");
    assertThat(List.copyOf(Zones.byRegion().get("Europe"))).contains("Europe/Lisbon").isSorted();
  }
}
