package io.gistmill.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gistmill.domain.Fixed;
import io.gistmill.testsupport.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page in a real browser; left out where no Chromium or no Node.js is installed. Leaves
/// pictures in `target/pictures`.
class EvaluationBrowserTest {

  private static final Path PICTURES = Path.of("target", "pictures");

  @ParameterizedTest
  @CsvSource({"wide, 1000, LIGHT", "phone, 390, DARK"})
  void pageFitsTheScreen(String name, int width, ColorScheme scheme, @TempDir Path folder)
      throws IOException {
    Optional<Chromium> installed = Chromium.start();
    Assumptions.assumeTrue(installed.isPresent(), Chromium.MISSING);
    Path file =
        Files.writeString(folder.resolve("evaluation.html"), EvaluationPage.of(evaluation()));
    try (Chromium chromium = installed.get();
        BrowserContext context = chromium.browser().newContext(screen(width, scheme));
        Page page = context.newPage()) {
      List<String> problems = watch(page);

      page.navigate(file.toUri().toString());

      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve("evaluation-" + name + ".png"))
              .setFullPage(true));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(page.locator("svg").count()).isEqualTo(3);
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void chartsStayWithinTheirFrames() {
    var view = new EvaluationView(evaluation());

    assertThat(view.reliability())
        .allSatisfy(
            dot -> {
              assertThat(Double.parseDouble(dot.x())).isBetween(40.0, 340.0);
              assertThat(Double.parseDouble(dot.y())).isBetween(10.0, 310.0);
            });
    assertThat(view.curve().getLast().x()).isEqualTo("340.0");
    assertThat(view.bars().getFirst().name()).isEqualTo("moe");
  }

  private static Browser.NewContextOptions screen(int width, ColorScheme scheme) {
    return new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
  }

  private static List<String> watch(Page page) {
    var problems = new ArrayList<String>();
    page.onConsoleMessage(message -> problems.add(message.text()));
    page.onPageError(problems::add);
    page.onRequestFailed(request -> problems.add(request.url()));
    return problems;
  }

  private static Evaluation evaluation() {
    List<Judged> posts =
        List.of(
            Given.post("post 1", List.of("rag", "tools"), Set.of("rag"), Set.of("rag", "tools")),
            Given.post(
                "post 2", List.of("a-topic-with-a-very-long-name-indeed"), Set.of(), Set.of()),
            Given.post("post 3", List.of("moe"), Set.of("moe"), Set.of("moe")),
            Given.post("post 4", List.of("tools"), Set.of("rag"), Set.of("rag")));
    return Evaluation.of("All classifiers on 4 posts", posts)
        .with(
            List.of(
                new Evaluation.CurvePoint(100, Fixed.of(0.4), Fixed.of(0.3)),
                new Evaluation.CurvePoint(200, Fixed.of(0.6), Fixed.of(0.55))));
  }
}
