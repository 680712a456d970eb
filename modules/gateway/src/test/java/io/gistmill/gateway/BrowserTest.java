package io.gistmill.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gistmill.testsupport.browser.Chromium;
import io.gistmill.testsupport.kafka.TestBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages in a real browser; left out where no Chromium or no Node.js is installed.
class BrowserTest {

  private static final Path PICTURES = Path.of("target", "pictures");

  private static TestBroker broker;
  private static Rig rig;
  private static Chromium chromium;
  private static Browser browser;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Optional<Chromium> installed = Chromium.start();
    Assumptions.assumeTrue(installed.isPresent(), Chromium.MISSING);
    chromium = installed.get();
    browser = chromium.browser();
    broker = TestBroker.start();
    rig = new Rig(broker, "browser", folder);
    World.write(rig);
    rig.settle();
  }

  @AfterAll
  static void stop() {
    if (rig != null) {
      chromium.close();
      rig.close();
      broker.close();
    }
  }

  @Test
  void aReaderSeesAPostArriveAndFollowsTheLinks() {
    try (BrowserContext context = browser.newContext();
        Page page = context.newPage()) {
      var problems = new ArrayList<String>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              problems.add(message.text());
            }
          });
      page.onPageError(problems::add);
      page.navigate(rig.address() + "/");
      assertThat(page.locator("#state")).hasText("Live");
      double below = top(page);

      rig.write(
          Samples.tagged(
              Samples.post("live1", "Nadia", "现场：新的帖子到了", "<b>Live</b> words about retrieval."),
              Samples.NOW,
              1,
              Samples.tag("rag", 0.9)));

      assertThat(page.locator("#fresh li").first()).containsText("现场：新的帖子到了");
      assertThat(page.locator("#fresh li.new")).hasCount(1);
      assertThat(page.locator("#fresh li")).hasCount(6);
      assertThat(page.locator("#news")).hasText("1 new, refresh");
      assertThat(top(page)).as("nothing moves").isEqualTo(below);

      page.locator("#fresh li a").first().click();
      assertThat(page.locator("h1")).hasText("现场：新的帖子到了");
      page.locator("nav a:text('Digests')").click();
      page.locator("main a").first().click();
      assertThat(page.locator("li h2").first()).hasText("A quiet week for schedulers");
      page.locator("li h2 a").first().click();
      assertThat(page.locator("h1")).hasText("A quiet week for schedulers");
      page.locator(".thread a:text('Topics and evidence')").click();
      assertThat(page.locator("tbody th")).hasText("Inference");
      assertThat(problems).isEmpty();
    }
  }

  private static double top(Page page) {
    return ((Number)
            page.evaluate("document.querySelector('section.topic').getBoundingClientRect().top"))
        .doubleValue();
  }

  @Test
  void thePageOfTodayIsWholeWithoutScripts() {
    try (BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = context.newPage()) {
      page.navigate(rig.address() + "/");

      assertThat(page.locator("#fresh li")).hasCount(6);
      assertThat(page.locator("#news")).isHidden();
    }
  }

  @Test
  void noPageIsWiderThanAPhoneAndPicturesAreTaken() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(360, 1_280)) {
        pictures(scheme, width);
      }
    }
  }

  private static void pictures(ColorScheme scheme, int width) {
    try (BrowserContext context =
            browser.newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setColorScheme(scheme));
        Page page = context.newPage()) {
      for (Map.Entry<String, String> shown : PAGES.entrySet()) {
        page.navigate(rig.address() + shown.getValue());
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(wide).as(shown.getKey() + " at " + width).isLessThanOrEqualTo(width);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(shown.getKey() + "-" + scheme + "-" + width + ".png")));
      }
    }
  }

  private static final Map<String, String> PAGES =
      Map.of(
          "today", "/",
          "topic", "/topics/inference",
          "topics", "/topics",
          "story", "/stories/story-zh1",
          "post", "/posts/zh1",
          "digests", "/digests",
          "digest", "/digests/daily/2025-03-09/all",
          "search", "/search?q=retrieval",
          "status", "/status",
          "problem", "/posts/wd1");
}
