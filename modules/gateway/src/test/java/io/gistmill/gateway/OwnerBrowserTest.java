package io.gistmill.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.gistmill.delivery.link.SignedLinks;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Contact.Mailbox;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Selection;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.testsupport.browser.Chromium;
import io.gistmill.testsupport.kafka.TestBroker;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Subscribing, changing and leaving in a real browser; left out where no Chromium or no Node.js is
/// installed.
class OwnerBrowserTest {

  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String OWNER = "u-5b2e8c41a7d09f3366e1c0aa";

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
    rig = new Rig(broker, "owners", folder);
    World.write(rig);
    owner();
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
  void aReaderSubscribesConfirmsChangesTheHourAndLeaves() {
    try (BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setTimezoneId("America/New_York"));
        Page page = context.newPage()) {
      // given
      page.navigate(rig.address() + "/subscribe");
      assertThat(page.locator("#zone")).hasValue("America/New_York");

      // when: signs up
      page.getByLabel("E-mail address", new Page.GetByLabelOptions().setExact(true))
          .fill("reader@example.com");
      page.locator("input[name=topics][value=rag]").check();
      page.getByLabel("Hour", new Page.GetByLabelOptions().setExact(true)).selectOption("06:30");
      page.locator("form.wish button").click();
      assertThat(page.locator("h1")).hasText("Look into your mailbox");

      // when: opens the mail's link and confirms
      page.navigate(rig.address() + rig.people().link("reader@example.com", 1));
      page.locator("main button").click();
      assertThat(page.locator("h1")).hasText("Your digests");
      assertThat(page.locator(".notice")).containsText("Confirmed");
      assertThat(page.locator(".subscriptions"))
          .containsText("Every day at 06:30, America/New_York");

      // when: changes the hour
      page.locator(".subscriptions h2 a").click();
      page.getByLabel("Hour", new Page.GetByLabelOptions().setExact(true)).selectOption("21:15");
      page.locator("form.wish button").click();
      assertThat(page.locator(".notice")).containsText("Saved");
      assertThat(page.locator("main")).containsText("Every day at 21:15");

      // when: leaves by the link of a mail
      String id = page.url().replaceAll(".*/s/([^?]+).*", "$1");
      page.navigate(rig.address() + leave(id));
      page.locator("main button").click();

      // then
      assertThat(page.locator("h1")).hasText("You are unsubscribed");
      page.navigate(rig.address() + manage(id.substring(0, id.indexOf('.'))));
      assertThat(page.locator("main")).containsText("You get no digests.");
      assertThat(context.cookies()).isEmpty();
    }
  }

  @Test
  void allOfItWorksWithoutScriptsButTheChoiceOfTheZone() {
    try (BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = context.newPage()) {
      // given
      page.navigate(rig.address() + "/subscribe");
      assertThat(page.locator("#zone")).hasValue(Samples.ZONE.getId());

      // when
      page.locator("#email").fill("plain@example.com");
      page.locator("#zone").selectOption("Europe/Lisbon");
      page.locator("form.wish button").click();
      page.navigate(rig.address() + rig.people().link("plain@example.com", 1));
      page.locator("main button").click();

      // then
      assertThat(page.locator(".subscriptions")).containsText("Europe/Lisbon");
    }
  }

  @Test
  void aDigestOfSeveralTopicsLeadsToTheListOfThem() throws Exception {
    Document digest = rig.page(manage(OWNER) + "/s/" + OWNER + ".2/d/" + OWNER + ".2-1");

    assertThat(digest.text()).contains("2 more stories are not shown. Stories by topic");
    assertThat(digest.select("a:contains(Stories by topic)").eachAttr("href"))
        .containsExactly("/topics");
  }

  @Test
  void aStoryIsMutedInADigestAndShownAgain() {
    try (BrowserContext context = browser.newContext();
        Page page = context.newPage()) {
      // given
      page.navigate(rig.address() + manage(OWNER) + "/s/" + OWNER + ".2");
      page.locator("#sent h3 a").first().click();
      page.locator("li:has-text('quiet week') summary").click();

      // when
      page.getByText("Mute this story").first().click();

      // then
      assertThat(page.locator(".notice")).containsText("Muted");
      assertThat(page.locator(".mutes")).containsText("A quiet week for schedulers");

      // when
      page.locator(".mutes li:has-text('quiet week') button").click();

      // then
      assertThat(page.locator(".notice")).containsText("It is shown again");
    }
  }

  @Test
  void everyFieldHasALabelAndEveryButtonAName() {
    try (BrowserContext context = browser.newContext();
        Page page = context.newPage()) {
      for (String path : pages().values()) {
        page.navigate(rig.address() + path);
        Locator fields = page.locator("main input:not([type=hidden]), main select, main textarea");
        for (Locator field : fields.all()) {
          Number labels = (Number) field.evaluate("it => it.labels.length");
          assertThat(labels.intValue()).as(path + " " + field).isPositive();
        }
        for (Locator button : page.locator("main button").all()) {
          assertThat(button.textContent()).as(path).isNotBlank();
        }
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
      }
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
      for (Map.Entry<String, String> shown : pages().entrySet()) {
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

  private static Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("subscribe", "/subscribe");
    pages.put("manage", manage(OWNER));
    pages.put("subscription", manage(OWNER) + "/s/" + OWNER + ".2");
    pages.put("own-digest", manage(OWNER) + "/s/" + OWNER + ".2/d/" + OWNER + ".2-1");
    pages.put("leaving", leave(OWNER + ".2"));
    return pages;
  }

  private static SignedLinks links() {
    return new SignedLinks(People.key(), URI.create("https://digests.example.com"));
  }

  private static String manage(String subscriber) {
    return links().manage(subscriber, null, Instant.now()).getPath();
  }

  private static String leave(String subscription) {
    String subscriber = subscription.substring(0, subscription.indexOf('.'));
    return links().unsubscribe(subscriber, subscription, Instant.now()).getPath();
  }

  /// Somebody with two subscriptions, both ways, and a history.
  private static void owner() {
    var weekly =
        new Subscription(
            OWNER + ".1",
            OWNER,
            "rag",
            new Cadence.Weekly(DayOfWeek.FRIDAY, LocalTime.of(17, 30)),
            ZoneId.of("Europe/Berlin"),
            12,
            null,
            new Preferences(null, 0, false, true),
            List.of(Channel.EMAIL));
    var daily =
        new Subscription(
            OWNER + ".2",
            OWNER,
            Subscription.ALL,
            new Cadence.Daily(LocalTime.of(7, 15)),
            ZoneId.of("Europe/Berlin"),
            20,
            new Selection(
                List.of("agents", "inference", "rag"),
                List.of("models"),
                "",
                List.of(),
                List.of("@inesv"),
                List.of()),
            null,
            List.of(Channel.EMAIL, Channel.WEBHOOK));
    rig.write(
        new Subscribed(
            OWNER,
            List.of(weekly, daily),
            new Contact(
                new Mailbox("mara@example.com", Samples.NOW),
                new Endpoint(
                    "https://hooks.example.com/digests",
                    Endpoint.Format.STANDARD,
                    1,
                    null,
                    Samples.NOW))));
    rig.write(
        new DeliveryEvent.Suspended(
            OWNER, Channel.WEBHOOK, Samples.NOW.plusSeconds(60), "410 Gone"));
    digest(daily, 1, World.YESTERDAY);
    digest(daily, 2, Samples.NOW);
  }

  private static void digest(Subscription subscription, int number, Instant cut) {
    String id = subscription.id() + "-" + number;
    rig.digest(
        new DigestEvent.Made(
            new Digest(
                id,
                subscription,
                cut.minusSeconds(86_400),
                cut,
                List.of(
                    item("story-old1", "old1", World.YESTERDAY),
                    item("story-zh1", "zh1", Samples.NOW)),
                2,
                "aa")));
    rig.write(
        new DeliveryEvent.Updated(
            new Delivery(
                id,
                Channel.EMAIL,
                OWNER,
                subscription.id(),
                cut,
                cut,
                new Delivery.State.Sent(cut.plusSeconds(330)),
                List.of(
                    new Delivery.Attempt(1, cut.plusSeconds(5), "451 4.7.1 try again later"),
                    new Delivery.Attempt(2, cut.plusSeconds(330), "250 2.0.0 taken")))));
    rig.write(
        new DeliveryEvent.Updated(
            new Delivery(
                id,
                Channel.WEBHOOK,
                OWNER,
                subscription.id(),
                cut,
                cut,
                new Delivery.State.Failed(cut.plusSeconds(8), "410 Gone"),
                List.of(new Delivery.Attempt(1, cut.plusSeconds(8), "410 Gone")))));
  }

  private static Digest.Item item(String story, String post, Instant bucket) {
    return new Digest.Item(story, Fixed.of(0.5), List.of(new Digest.PostRef(post, story, bucket)));
  }
}
