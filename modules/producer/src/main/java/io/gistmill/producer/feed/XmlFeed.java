package io.gistmill.producer.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.gistmill.producer.source.PollHints;
import io.gistmill.web.WebAddress;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// RSS 0.9x, 1.0 and 2.0 and Atom, read by ROME.
final class XmlFeed {

  private static final Pattern BASE =
      Pattern.compile("<[\\w:]+\\s[^<>]*?xml:base\\s*=\\s*[\"']([^\"'<>]{1,2000})[\"']");
  private static final Pattern FIRST_ITEM = Pattern.compile("<(?:\\w+:)?(?:item|entry)[\\s>]");
  private static final Pattern NAME_IN_MAIL = Pattern.compile("\\S+@\\S+\\s*\\(([^()]+)\\)");

  private final SyndFeed feed;
  private final URI base;

  private XmlFeed(SyndFeed feed, URI base) {
    this.feed = feed;
    this.base = base;
  }

  static FeedDocument read(String document, URI address)
      throws io.gistmill.producer.feed.FeedException {
    String xml = XmlText.clean(document);
    var input = new SyndFeedInput(false, Locale.ENGLISH);
    input.setPreserveWireFeed(true);
    input.setXmlHealerOn(true);
    try {
      SyndFeed feed = input.build(new StringReader(xml));
      return new XmlFeed(feed, base(feed, xml, address)).document();
    } catch (FeedException | RuntimeException e) {
      throw new io.gistmill.producer.feed.FeedException("is no feed: " + words(e), e);
    } catch (StackOverflowError e) {
      throw new io.gistmill.producer.feed.FeedException("is nested beyond all measure", e);
    }
  }

  private static String words(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.length() <= 200 ? message : message.substring(0, 200) + "…";
  }

  private static URI base(SyndFeed feed, String xml, URI address) {
    Matcher item = FIRST_ITEM.matcher(xml);
    String head = xml.substring(0, item.find() ? item.start() : Math.min(xml.length(), 10_000));
    Matcher declared = BASE.matcher(head);
    if (declared.find()) {
      return resolved(address, declared.group(1), address);
    }
    String site = feed.getLink();
    return site == null || site.isBlank() ? address : resolved(address, site, address);
  }

  private FeedDocument document() {
    List<FeedItem> items = feed.getEntries().stream().map(this::item).toList();
    return new FeedDocument(title(), items, hints());
  }

  private @Nullable String title() {
    String title = HtmlWords.line(new Markup(text(feed.getTitle()), Markup.Form.UNKNOWN), base);
    return title.isEmpty() ? null : title;
  }

  private FeedItem item(SyndEntry entry) {
    @Nullable String link = link(entry);
    return new FeedItem(
        guid(entry),
        link,
        link == null ? base : URI.create(link),
        title(entry),
        author(entry),
        body(entry),
        date(entry));
  }

  /// ROME puts the link where an RSS item has no guid.
  private static @Nullable String guid(SyndEntry entry) {
    if (entry.getWireEntry() instanceof Item item) {
      return item.getGuid() == null ? null : blankAsNull(item.getGuid().getValue());
    }
    return blankAsNull(entry.getUri());
  }

  private @Nullable String link(SyndEntry entry) {
    String link = text(entry.getLink());
    if (link.isBlank()) {
      return null;
    }
    try {
      return WebAddress.resolve(base, link).toString();
    } catch (IllegalArgumentException e) {
      // An item whose link is broken still has words.
      return null;
    }
  }

  private static Markup title(SyndEntry entry) {
    SyndContent title = entry.getTitleEx();
    return title == null ? Markup.NONE : markup(title);
  }

  private static Markup body(SyndEntry entry) {
    for (SyndContent content : entry.getContents()) {
      if (!text(content.getValue()).isBlank()) {
        return markup(content);
      }
    }
    SyndContent description = entry.getDescription();
    return description == null ? Markup.NONE : markup(description);
  }

  private static Markup markup(SyndContent content) {
    String type = text(content.getType()).toLowerCase(Locale.ROOT);
    Markup.Form form =
        switch (type) {
          case "text", "text/plain" -> Markup.Form.PLAIN;
          case "xhtml", "application/xhtml+xml" -> Markup.Form.HTML;
          default -> Markup.Form.UNKNOWN;
        };
    return new Markup(text(content.getValue()), form);
  }

  private String author(SyndEntry entry) {
    var names = new ArrayList<String>();
    entry.getAuthors().stream().map(SyndPerson::getName).forEach(name -> names.add(text(name)));
    names.add(text(entry.getAuthor()));
    feed.getAuthors().stream().map(SyndPerson::getName).forEach(name -> names.add(text(name)));
    names.add(text(feed.getAuthor()));
    names.add(text(feed.getTitle()));
    return names.stream().map(this::name).filter(name -> !name.isEmpty()).findFirst().orElse("");
  }

  /// RSS wants a mail address, often with the name in brackets; nobody's address is published on.
  private String name(String author) {
    Matcher mail = NAME_IN_MAIL.matcher(author.strip());
    String name = mail.matches() ? mail.group(1) : author.contains("@") ? "" : author;
    return HtmlWords.line(new Markup(name, Markup.Form.UNKNOWN), base);
  }

  private static @Nullable Instant date(SyndEntry entry) {
    Date date =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    return date == null ? null : date.toInstant();
  }

  private PollHints hints() {
    WireFeed wire = feed.originalWireFeed();
    if (!(wire instanceof Channel channel)) {
      return PollHints.NONE;
    }
    int minutes = Math.clamp(channel.getTtl(), 0, 7 * 24 * 60);
    Set<Integer> hours = new TreeSet<>();
    channel.getSkipHours().stream().map(hour -> hour % 24).forEach(hours::add);
    return new PollHints(Duration.ofMinutes(minutes), hours.size() > 23 ? Set.of() : hours);
  }

  private static URI resolved(URI against, String reference, URI otherwise) {
    try {
      return WebAddress.resolve(against, reference);
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
