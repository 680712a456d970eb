package io.gistmill.classifier.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierPageTest {

  @ParameterizedTest
  @CsvSource({
    "runs,true,ready,off",
    "circuit open,true,stopped,off",
    "absent,true,stopped,off",
    "off,false,resting,on"
  })
  void theStateShowsInWordsAndColourWithTheCommandThatChangesIt(
      String state, boolean on, String look, String command) {
    String html = page(view(state, on, 0), true);

    assertThat(html)
        .contains("<section class=\"" + look + "\">", "<span class=\"badge\">" + state + "</span>")
        .contains("<code>gistmill classifiers " + command + " birch</code>");
  }

  @Test
  void numbersAreShownForPeople() {
    String html = page(view("runs", true, 12_000), true);

    assertThat(html)
        .contains("<dd>12,000</dd>", "<dd>25 ms</dd>", "<dd>3 too late, 1,500 not asked</dd>")
        .contains("<dd>40 % (8,000 of 20,000)</dd>")
        .contains("<dt>Used: money</dt><dd>1.50 of 4</dd>")
        .contains("<dt>Posts waiting</dt><dd>7</dd>");
  }

  @Test
  void oneThatHasDoneNothingHasNoAverages() {
    assertThat(page(view("runs", true, 0), true)).contains("none yet", "none given yet");
  }

  @Test
  void aProcessWithoutOtherPagesLeadsToNone() {
    String html = page(view("runs", true, 0), false);

    assertThat(html).doesNotContain("href=\"/\"", "/topics").contains("aria-current=\"page\"");
  }

  private static String page(ClassifierView view, boolean pages) {
    return ClassifierPage.of(List.of(view), true, pages).html();
  }

  private static ClassifierView view(String state, boolean on, long calls) {
    boolean busy = calls > 0;
    return new ClassifierView(
        "birch",
        "1",
        state,
        on,
        state.equals("circuit open") ? "open" : "closed",
        1,
        calls,
        calls * 0.025,
        calls,
        busy ? new TreeMap<>(Map.of("late", 3L, "skipped", 1_500L)) : Map.of(),
        null,
        busy ? 20_000 : 0,
        busy ? 8_000 : 0,
        busy ? 7 : 0,
        busy ? List.of(new ClassifierView.Used("money", 1.5, 4.0)) : List.of());
  }
}
