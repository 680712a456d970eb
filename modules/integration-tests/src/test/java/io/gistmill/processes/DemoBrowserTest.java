package io.gistmill.processes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.gistmill.testsupport.browser.Chromium;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The first minutes of someone who has typed `gistmill demo` and opens its pages. Leaves a picture
/// of each page in `target/pictures`.
@Timeout(300)
class DemoBrowserTest {

  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static Chromium chromium;
  private static GistmillProcess demo;
  private static String url;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Optional<Chromium> installed = Chromium.start();
    Assumptions.assumeTrue(installed.isPresent(), Chromium.MISSING);
    chromium = installed.get();
    demo =
        GistmillProcess.start(
            folder.resolve("demo.log"),
            "demo",
            "--port",
            "0",
            "--data",
            folder.resolve("demo").toString());
    String line = demo.jvm().awaitLine("  pages ");
    url = line.substring(line.indexOf("http"));
    demo.jvm().awaitLine("The first digests are on");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void aReaderSeesAPostComeInAndOpensADigestAStoryAndAPost() {
    try (BrowserContext context = open(false);
        Page page = context.newPage()) {
      List<String> problems = watch(page);
      page.navigate(url);
      assertThat(page.locator("#state")).hasText("Live");
      assertThat(page.locator("#fresh li.new").first()).isVisible(patiently());
      take(page, "today");

      page.locator("nav a:text('Digests')").click();
      take(page, "digests");
      page.locator("section:has(h2:text('By day')) a").first().click();
      assertThat(page.locator("li h2 a").first()).isVisible();
      take(page, "digest");
      String headline = page.locator("li h2 a").first().innerText();

      page.locator("li h2 a").first().click();
      assertThat(page.locator("h1")).hasText(headline);
      take(page, "story");

      page.locator(".thread a:text('Topics and evidence')").first().click();
      assertThat(page).hasURL(Pattern.compile(".*/posts/.*"));
      assertThat(page.locator("mark").first()).isVisible();
      take(page, "post");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void mailsThatWereSentCanBeReadInTheDark() {
    try (BrowserContext context = open(true);
        Page page = context.newPage()) {
      page.navigate(url);
      page.locator("nav a:text('Mails')").click();
      awaitMails(page);
      page.locator("main a").first().click();
      assertThat(page.locator("h1")).isVisible();
      take(page, "mail");
      page.navigate(url + "/status");
      assertThat(page.locator("h1")).isVisible();
      take(page, "status");
    }
  }

  /// The page shows what has been sent so far, and the first mails follow the first digests.
  private static void awaitMails(Page page) {
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              page.reload();
              return page.locator("main a").count() > 0;
            });
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis());
  }

  private static BrowserContext open(boolean dark) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(900, 1_000)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
  }

  private static List<String> watch(Page page) {
    var problems = new ArrayList<String>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add(message.text());
          }
        });
    page.onPageError(problems::add);
    return problems;
  }

  private static void take(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve("demo-" + name + ".png")));
  }
}
