package io.gistmill.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents and files: that they say what is there and nothing of the machine they were made on.
class RepositoryTest {

  private static final int LONGEST_README = 200;

  /// Homes of people on Linux and macOS.
  private static final Pattern HOME =
      Pattern.compile("(?<![\\w.:/-])/(?:root|home/[\\w.-]+|Users/[\\w.-]+)(?:/|\\b(?![\\w-]))");

  private static final Pattern ADR = Pattern.compile("docs/adr/(\\d{4})-[a-z0-9-]+\\.md");

  static List<String> documents() throws IOException, InterruptedException {
    return TrackedFiles.documents();
  }

  @Test
  void noFileNamesSomebodysHome() throws IOException, InterruptedException {
    Map<String, String> found = new TreeMap<>();
    for (String name : TrackedFiles.all()) {
      Matcher home = HOME.matcher(TrackedFiles.isText(name) ? TrackedFiles.read(name) : "");
      if (home.find()) {
        found.put(name, home.group());
      }
    }

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "see /ro~ot/x.txt, true",
    "'\"/ho~me/ann/x\"', true",
    "/Use~rs/ann, true",
    "https://example.com/ho~me/ann/x, false",
    "the /ro~ots of it, false"
  })
  void homesAreTold(String text, boolean isHome) {
    // The sign keeps this file from being found.
    String read = text.replace("~", "");

    assertThat(HOME.matcher(read).find()).isEqualTo(isHome);
  }

  @Test
  void theReadmeStaysShort() {
    assertThat(MarkdownPage.read("README.md").lines().count()).isLessThan(LONGEST_README);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(String document) {
    assertThat(MarkdownPage.read(document).deadLinks(MainClasses.ROOT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.md", "there.md#no-such-heading", "#nowhere"})
  void deadLinksAreFound(String link, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("there.md"), "# A heading\n", StandardCharsets.UTF_8);
    var page = new MarkdownPage("there.md", "# A heading\n\nSee [this](" + link + ").\n");

    assertThat(page.deadLinks(folder)).containsExactly(link);
  }

  @Test
  void decisionsHaveOneNumberEach() throws IOException, InterruptedException {
    Map<String, String> byNumber = new TreeMap<>();
    List<String> mistakes = new ArrayList<>();
    for (String name : decisions()) {
      String number = number(name);
      if (byNumber.put(number, name) != null) {
        mistakes.add("number " + number + " is given twice");
      }
      String title = MarkdownPage.read(name).lines().findFirst().orElse("");
      if (!title.startsWith("# " + Integer.parseInt(number) + ". ")) {
        mistakes.add(name + " is titled: " + title);
      }
    }

    assertThat(byNumber).isNotEmpty();
    assertThat(mistakes).isEmpty();
  }

  @Test
  void everyDecisionIsListed() throws IOException, InterruptedException {
    String list = TrackedFiles.read("docs/adr/README.md");

    assertThat(decisions())
        .allMatch(name -> list.contains("](" + name.substring("docs/adr/".length()) + ")"));
  }

  private static List<String> decisions() throws IOException, InterruptedException {
    return TrackedFiles.all().stream().filter(name -> ADR.matcher(name).matches()).toList();
  }

  private static String number(String decision) {
    Matcher matcher = ADR.matcher(decision);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(decision);
    }
    return matcher.group(1);
  }
}
