package io.gistmill.producer.feed;

import io.gistmill.contracts.Json;
import io.gistmill.producer.source.PollHints;
import io.gistmill.web.WebAddress;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// JSON Feed 1.0 and 1.1.
final class JsonFeed {

  private final JsonNode feed;
  private final URI base;

  private JsonFeed(JsonNode feed, URI base) {
    this.feed = feed;
    this.base = base;
  }

  static FeedDocument read(String document, URI address) throws FeedException {
    JsonNode feed;
    try {
      feed = Json.MAPPER.readTree(document);
    } catch (JacksonException e) {
      throw new FeedException("is no JSON: " + e.getOriginalMessage(), e);
    }
    if (!text(feed, "version").contains("jsonfeed.org/version/") || !feed.path("items").isArray()) {
      throw new FeedException("is JSON, but no JSON Feed: it lacks its \"version\" or \"items\"");
    }
    URI home = address(address, text(feed, "home_page_url"));
    return new JsonFeed(feed, home == null ? address : home).document();
  }

  private FeedDocument document() {
    List<FeedItem> items =
        feed.path("items").valueStream().filter(JsonNode::isObject).map(this::item).toList();
    String title = text(feed, "title").strip();
    return new FeedDocument(title.isEmpty() ? null : title, items, PollHints.NONE);
  }

  private FeedItem item(JsonNode item) {
    URI own = address(base, text(item, "url"));
    URI link = own == null ? address(base, text(item, "external_url")) : own;
    String id = text(item, "id").strip();
    return new FeedItem(
        id.isEmpty() ? null : id,
        link == null ? null : link.toString(),
        link == null ? base : link,
        new Markup(text(item, "title"), Markup.Form.PLAIN),
        author(item),
        body(item),
        date(item));
  }

  private static Markup body(JsonNode item) {
    if (!text(item, "content_html").isBlank()) {
      return new Markup(text(item, "content_html"), Markup.Form.HTML);
    }
    String plain = text(item, "content_text");
    return new Markup(plain.isBlank() ? text(item, "summary") : plain, Markup.Form.PLAIN);
  }

  private String author(JsonNode item) {
    return Stream.of(item, feed)
        .flatMap(
            node ->
                Stream.concat(node.path("authors").valueStream(), Stream.of(node.path("author"))))
        .map(author -> text(author, "name").strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(text(feed, "title").strip());
  }

  private static @Nullable Instant date(JsonNode item) {
    return Stream.of("date_published", "date_modified")
        .map(field -> instant(text(item, field)))
        .filter(date -> date != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable URI address(URI base, String reference) {
    try {
      return reference.isBlank() ? null : WebAddress.resolve(base, reference);
    } catch (IllegalArgumentException e) {
      // An item whose link is broken still has words.
      return null;
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }
}
