package io.gistmill.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gistmill.classifier.api.ClassifierEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page of the engines knows each of their settings, and no others.
class EnginesPageTest {

  private static final String PAGE = "docs/reference/classifier-engines.md";
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");
  private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");
  private static final Pattern KNOWN = Pattern.compile("unknown; known here: ([a-z, -]+)");

  static List<ClassifierEngine> engines() {
    return ServiceLoader.load(ClassifierEngine.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  @Test
  void threeEnginesShip() {
    assertThat(engines())
        .extracting(ClassifierEngine::kind)
        .containsExactlyInAnyOrder("http", "chat", "onnx");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void eachSettingHasARow(ClassifierEngine engine) {
    SortedSet<String> rows = rows("For all");
    rows.addAll(rows(engine.kind()));

    assertThat(rows).isEqualTo(known(engine));
  }

  /// What an engine says when it is given a setting that it does not know.
  private static SortedSet<String> known(ClassifierEngine engine) {
    IllegalArgumentException refusal =
        catchThrowableOfType(
            IllegalArgumentException.class,
            () -> engine.factory("any", "no-such-setting: 1", Path.of("")));
    var matcher = KNOWN.matcher(String.valueOf(refusal.getMessage()));
    assertThat(matcher.find()).as(refusal.getMessage()).isTrue();
    return new TreeSet<>(List.of(matcher.group(1).strip().split(", ")));
  }

  private static SortedSet<String> rows(String heading) {
    String page = MarkdownPage.read(PAGE).text();
    String section = page.substring(page.indexOf("\n## " + heading + "\n") + 4);
    int end = section.indexOf("\n## ");
    return ROW.matcher(end < 0 ? section : section.substring(0, end))
        .results()
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
