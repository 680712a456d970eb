package io.gistmill.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page on failures names a test in each of its rows, and those that it names are there.
class FailurePolicyPageTest {

  private static final String PAGE = "docs/reference/failure-policy.md";
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)`");
  private static final Pattern TEST =
      Pattern.compile("modules/.+/src/test/java/.+/(\\w+Test)\\.java");

  @Test
  void everyRowNamesATest() {
    List<String> rows =
        MarkdownPage.read(PAGE)
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| failure |"))
            .toList();

    assertThat(rows).isNotEmpty().allMatch(row -> NAMED.matcher(row).find());
  }

  @Test
  void theTestsThatItNamesExist() throws IOException, InterruptedException {
    assertThat(tests()).containsAll(named());
  }

  @Test
  void theTestsOfThePolicyAreNamed() throws IOException, InterruptedException {
    assertThat(tests())
        .filteredOn(test -> test.startsWith("FailurePolicy") && !test.contains("Page"))
        .isNotEmpty()
        .isSubsetOf(named());
  }

  private static Set<String> named() {
    return new TreeSet<>(
        NAMED
            .matcher(MarkdownPage.read(PAGE).text())
            .results()
            .map(name -> name.group(1))
            .toList());
  }

  private static Set<String> tests() throws IOException, InterruptedException {
    return new TreeSet<>(
        TrackedFiles.all().stream()
            .map(TEST::matcher)
            .filter(Matcher::matches)
            .map(test -> test.group(1))
            .toList());
  }
}
