package io.gistmill.producer.feed;

import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceMemory;
import io.gistmill.producer.source.Source;
import io.gistmill.producer.source.SourceCheck;
import io.gistmill.producer.source.SourceIds;
import io.gistmill.producer.source.SourceType;
import io.gistmill.web.Answer;
import io.gistmill.web.WebAddress;
import io.gistmill.web.WebClient;
import io.gistmill.web.WebRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// RSS, Atom and JSON Feed. The address of a web page will do, if the page names its feed.
public final class FeedSourceType implements SourceType {

  public static final String NAME = "feed";

  private static final String LOOK = "open it in a browser and look for the address of a feed";

  private final WebClient web;
  private final Feeds feeds = new Feeds();
  private final InstantSource clock;

  /// @param web stays the caller's to close
  /// @param clock that of the process, real or sped up
  public FeedSourceType(WebClient web, InstantSource clock) {
    this.web = web;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// Without a scheme, https is meant.
  @Override
  public String normal(String typed) {
    String text = typed.strip().replaceFirst("^feed:(//)?(?=https?:)", "");
    return WebAddress.parse(
            text.matches("(?s)[\\w-]+(\\.[\\w-]+)+([:/?#].*)?") ? "https://" + text : text)
        .toString();
  }

  @Override
  public Source open(SourceDefinition definition) {
    return new FeedSource(web, feeds, definition);
  }

  @Override
  public SourceCheck check(String address) throws InterruptedException {
    return switch (fetch(URI.create(address))) {
      case Answer.Fetched fetched when FeedReader.isPage(Feeds.text(fetched)) -> ofPage(fetched);
      case Answer.Fetched fetched -> read(fetched, URI.create(address));
      case Answer.NotModified _ -> new SourceCheck.Unusable("it answered 304 unasked", LOOK);
      case Answer.Refused refused -> new SourceCheck.Unusable(refused.reason(), mend(refused));
    };
  }

  private static String mend(Answer.Refused refused) {
    return refused.reason().contains("not fetched from")
        ? "use a public address, or allow private ones in the configuration"
        : "check the address in a browser; add it with untested=true to try again later";
  }

  private SourceCheck ofPage(Answer.Fetched page) throws InterruptedException {
    List<URI> feeds = Autodiscovery.feeds(Feeds.text(page), page.address());
    for (URI feed : feeds) {
      if (fetch(feed) instanceof Answer.Fetched fetched
          && read(fetched, feed) instanceof SourceCheck.Usable usable) {
        return usable;
      }
    }
    return new SourceCheck.Unusable(
        feeds.isEmpty()
            ? "it is a web page that names no feed"
            : "it is a web page, and none of its feeds can be read: " + feeds,
        LOOK);
  }

  private Answer fetch(URI address) throws InterruptedException {
    return web.get(WebRequest.of(address, FeedSource.ACCEPT));
  }

  private SourceCheck read(Answer.Fetched fetched, URI asked) throws InterruptedException {
    try {
      FeedDocument feed = feeds.read(fetched);
      String address = (fetched.movedTo() == null ? asked : fetched.movedTo()).toString();
      Instant now = clock.instant();
      var news = new FeedNews(now, true, SourceMemory.EMPTY.seen());
      news.take(new FeedPosts(SourceIds.of(NAME, address), now).of(feed.items()));
      return new SourceCheck.Usable(address, feed.title(), news.events());
    } catch (FeedException e) {
      return new SourceCheck.Unusable("what stands there " + e.getMessage(), LOOK);
    }
  }
}
