package io.gistmill.producer.feed;

import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceMemory;
import io.gistmill.producer.source.PollHints;
import io.gistmill.producer.source.PollResult;
import io.gistmill.producer.source.Source;
import io.gistmill.web.Answer;
import io.gistmill.web.WebAddress;
import io.gistmill.web.WebClient;
import io.gistmill.web.WebRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One feed that is followed.
final class FeedSource implements Source {

  static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";

  private final WebClient web;
  private final Feeds feeds;
  private final SourceDefinition definition;
  private final URI address;

  FeedSource(WebClient web, Feeds feeds, SourceDefinition definition) {
    this.web = web;
    this.feeds = feeds;
    this.definition = definition;
    this.address = WebAddress.parse(definition.address());
  }

  @Override
  public String peer() {
    return address.getHost();
  }

  @Override
  public PollResult poll(SourceMemory memory, Instant now) throws InterruptedException {
    URI current = memory.movedTo() == null ? address : WebAddress.parse(memory.movedTo());
    Answer answer = web.get(new WebRequest(current, ACCEPT, memory.etag(), memory.lastModified()));
    return switch (answer) {
      case Answer.Fetched fetched -> read(fetched, memory, now);
      case Answer.NotModified same ->
          new PollResult.Unchanged(
              moved(memory, same.movedTo()), CacheHints.with(same.headers(), PollHints.NONE));
      case Answer.Refused refused -> refused(refused);
    };
  }

  private static PollResult refused(Answer.Refused refused) {
    return new PollResult.Failed(refused.reason(), refused.permanent(), refused.retryAfter());
  }

  private PollResult read(Answer.Fetched fetched, SourceMemory memory, Instant now)
      throws InterruptedException {
    try {
      return polled(fetched, feeds.read(fetched), memory, now);
    } catch (FeedException e) {
      return new PollResult.Failed(
          "what stands at " + fetched.address().getHost() + " " + e.getMessage(), false, null);
    }
  }

  private PollResult polled(
      Answer.Fetched fetched, FeedDocument feed, SourceMemory memory, Instant now) {
    boolean first = memory.equals(SourceMemory.EMPTY);
    var news = new FeedNews(definition.added(), first, memory.seen());
    List<FeedItem> items = feed.items().stream().limit(Feeds.MOST_ITEMS).toList();
    news.take(new FeedPosts(definition.id(), now).of(items));
    return new PollResult.Polled(
        news.events(),
        new SourceMemory(
            movedTo(memory, fetched.movedTo()),
            // Never null, so that a source that was polled is told from one that was not.
            feed.title() == null ? definition.address() : feed.title(),
            fetched.header("etag").orElse(null),
            fetched.header("last-modified").orElse(null),
            news.remembered()),
        CacheHints.with(fetched.headers(), feed.hints()),
        items.size() == feed.items().size() ? null : tooMany(feed.items().size()));
  }

  private static String tooMany(int items) {
    return "the feed has " + items + " items; the first " + Feeds.MOST_ITEMS + " were taken";
  }

  private static SourceMemory moved(SourceMemory memory, @Nullable URI movedTo) {
    return new SourceMemory(
        movedTo(memory, movedTo),
        memory.title(),
        memory.etag(),
        memory.lastModified(),
        memory.seen());
  }

  private static @Nullable String movedTo(SourceMemory memory, @Nullable URI movedTo) {
    return movedTo == null ? memory.movedTo() : movedTo.toString();
  }
}
