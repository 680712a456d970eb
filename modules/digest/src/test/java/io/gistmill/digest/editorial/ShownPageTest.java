package io.gistmill.digest.editorial;

import static io.gistmill.digest.editorial.News.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.domain.PostIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownPageTest {

  @Test
  void comesBackFromJson() {
    // given
    ShownPage page = pageOf(3);

    // when
    ShownPage read = Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(page), ShownPage.class);

    // then
    assertThat(read).isEqualTo(page);
  }

  @Test
  void twentyStoriesTakeLessThanTwoKilobytes() {
    ShownPage page = pageOf(20);

    byte[] json = Json.MAPPER.writeValueAsString(page).getBytes(StandardCharsets.UTF_8);

    assertThat(json).hasSizeBetween(1_000, 2_000);
  }

  private static ShownPage pageOf(int stories) {
    return ShownPage.of(NOON, IntStream.range(0, stories).mapToObj(ShownPageTest::story).toList());
  }

  private static Story story(int number) {
    String id = PostIds.hash(List.of(Integer.toString(number)));
    return Weighing.fresh("s" + id, List.of(News.of(id)));
  }
}
