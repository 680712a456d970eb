package io.gistmill.gateway.page;

import io.gistmill.gateway.mail.MailFolder;
import io.gistmill.gateway.store.Edition;
import io.gistmill.gateway.store.Library;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.service.Health;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All pages for people.
public final class PageRoutes implements HttpRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(PageRoutes.class);

  /// A mail can show its styles and nothing else.
  private static final String MAIL_POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " frame-ancestors 'self'";

  private static final int LAST_PAGE = 1_000;

  private final Sending sending;
  private final HomePage home;
  private final TopicPages topics;
  private final StoryPages stories;
  private final PostPages posts;
  private final EditionPages editions;
  private final SearchPages search;
  private final MailPages mails;
  private final StatusPages status;

  /// What the pages show besides the copy of the log.
  ///
  /// @param zone in which days and times are shown
  /// @param clock by which ticks are written
  /// @param mails the folder of `.eml` files
  /// @param health of the process
  /// @param generation of the log, for the ids of events
  /// @param hindrances why the copy is not up to date; empty when it is
  /// @param lag how many records the copy is behind
  /// @param readers how many read live streams
  public record Surroundings(
      ZoneId zone,
      InstantSource clock,
      MailFolder mails,
      Health health,
      Supplier<String> generation,
      Supplier<List<String>> hindrances,
      LongSupplier lag,
      IntSupplier readers) {}

  public PageRoutes(Library library, Surroundings around) {
    this.sending = new Sending(library, around.zone(), around.clock(), around.hindrances());
    this.home = new HomePage(library, around.generation());
    this.topics = new TopicPages(library);
    this.stories = new StoryPages(library);
    this.posts = new PostPages(library);
    this.editions = new EditionPages(library);
    this.search = new SearchPages(library);
    this.mails = new MailPages(around.mails());
    this.status =
        new StatusPages(library, around.health(), around.clock(), around.lag(), around.readers());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    page(routes, "/", (cards, _) -> home.show(cards));
    page(routes, "/topics", (cards, _) -> topics.all(cards));
    page(
        routes,
        "/topics/{slug}",
        (cards, it) -> topics.one(cards, it.pathParam("slug"), number(it)));
    page(
        routes,
        "/topics/{slug}/archive",
        (cards, it) -> topics.archive(cards, it.pathParam("slug"), number(it)));
    page(routes, "/stories/{id}", (cards, it) -> stories.show(cards, it.pathParam("id")));
    page(
        routes,
        "/posts/{id}",
        (cards, it) -> posts.show(cards, it.pathParam("id"), it.queryParam("all") != null));
    page(routes, "/digests", (cards, _) -> editions.all(cards));
    page(routes, "/digests/{cadence}/{label}/{route}", (cards, it) -> editions.one(cards, key(it)));
    page(routes, "/search", (cards, it) -> search.show(cards, words(it), number(it)));
    page(routes, "/mails", (cards, _) -> mails.all(cards));
    page(routes, "/mails/{name}", (cards, it) -> mails.one(cards, it.pathParam("name")));
    page(routes, "/status", (cards, _) -> status.show(cards));
    routes.get("/mails/{name}/body", this::mailBody);
    routes.get("/assets/{tag}/{name}", this::asset);
    routes.error(404, "html", this::nothingThere);
  }

  private static Edition.Key key(Context context) {
    return new Edition.Key(
        context.pathParam("cadence"), context.pathParam("label"), context.pathParam("route"));
  }

  private static String words(Context context) {
    String words = context.queryParam("q");
    return words == null ? "" : words;
  }

  /// From 1; whatever is no page is the first.
  private static int number(Context context) {
    String page = context.queryParam("page");
    return page != null && page.matches("[1-9][0-9]{0,2}")
        ? Math.min(Integer.parseInt(page), LAST_PAGE)
        : 1;
  }

  private void page(RoutesConfig routes, String path, BiFunction<Cards, Context, Answer> handler) {
    routes.get(
        path,
        context -> {
          try {
            sending.answer(context, handler.apply(sending.cards(), context));
          } catch (RuntimeException e) {
            LOG.error("path={} problem=\"the page cannot be made\"", path, e);
            sending.brokenPage(context);
          }
        });
  }

  /// For people who ask for what nobody serves; programs get what the server says itself.
  private void nothingThere(Context context) {
    String type = context.res().getContentType();
    boolean plain = type == null || type.startsWith("text/plain");
    if (plain && !context.path().startsWith("/api/")) {
      sending.problem(context, Answer.unknown("page"));
    }
  }

  private void mailBody(Context context) {
    Optional<String> body = mails.body(context.pathParam("name"));
    if (body.isEmpty()) {
      sending.answer(context, Answer.unknown("mail"));
      return;
    }
    context.header("Content-Security-Policy", MAIL_POLICY);
    context.header("X-Frame-Options", "SAMEORIGIN");
    context.html(body.get());
  }

  private void asset(Context context) {
    if (!Assets.serve(context)) {
      sending.answer(context, Answer.unknown("file"));
    }
  }
}
