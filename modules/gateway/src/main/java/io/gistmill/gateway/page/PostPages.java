package io.gistmill.gateway.page;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.Tag;
import io.gistmill.gateway.store.Found;
import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.store.StoredPost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One post with everything that is known of it.
final class PostPages {

  private static final int TEXT = 6_000;
  private static final int QUOTE = 2_000;
  private static final int LINKS = 50;
  private static final int WORDS = 12;

  private final Library library;

  PostPages(Library library) {
    this.library = library;
  }

  Answer show(Cards cards, String id, boolean all) {
    return switch (library.post(id)) {
      case Found.Here<StoredPost>(StoredPost post) -> page(cards, post, all);
      case Found.Moved<StoredPost>(String to) -> new Answer.Redirect("/posts/" + to);
      case Found.TakenBack<StoredPost> _ -> Answer.takenBack("post");
      case Found.Unknown<StoredPost> _ -> Answer.unknown("post");
    };
  }

  private static Answer page(Cards cards, StoredPost stored, boolean all) {
    Post post = stored.tagged().post();
    int limit = all ? Integer.MAX_VALUE : TEXT;
    var view =
        new Views.PostPage(
            cards.full(stored, limit),
            post.title() != null,
            title(cards, stored),
            quotes(cards, stored, limit),
            post.notes().stream().map(note -> Texts.cut(Texts.oneLine(note), QUOTE)).toList(),
            post.links().stream().map(Texts::link).filter(Objects::nonNull).limit(LINKS).toList(),
            stored.topics().stream().map(tag -> said(cards, tag)).toList(),
            failures(stored),
            stored.story(),
            cards.calendar().full(stored.tagged().admitted()),
            facts(cards, stored));
    return Answer.page("post", Texts.title(post), "", view);
  }

  private static @Nullable Marked title(Cards cards, StoredPost stored) {
    String title = stored.tagged().post().title();
    if (title == null || title.isBlank()) {
      return null;
    }
    return Marked.of(
        title, Marks.in(Evidence.Part.TITLE, 0, stored.topics(), cards::name, title), QUOTE);
  }

  private static List<Views.QuoteView> quotes(Cards cards, StoredPost stored, int limit) {
    var quotes = new ArrayList<Views.QuoteView>();
    List<Quote> quoted = stored.tagged().post().quoted();
    for (int i = 0; i < quoted.size(); i++) {
      Quote quote = quoted.get(i);
      String author = quote.author() == null ? "" : quote.author();
      quotes.add(
          new Views.QuoteView(
              author.isBlank() && quote.handle() != null
                  ? "@" + Texts.name(quote.handle())
                  : Texts.byline(author, quote.handle()),
              Texts.link(quote.link()),
              Texts.language(quote.text()),
              Marked.of(
                  quote.text(),
                  Marks.in(Evidence.Part.QUOTED, i, stored.topics(), cards::name, quote.text()),
                  limit == Integer.MAX_VALUE ? limit : QUOTE)));
    }
    return quotes;
  }

  private static Views.Said said(Cards cards, Tag tag) {
    return new Views.Said(
        cards.topic(tag.topic(), Cards.percent(tag)),
        Texts.oneLine(tag.classifier()),
        tag.evidence().stream()
            .map(words -> Texts.cut(Texts.oneLine(words.text()), 60))
            .distinct()
            .limit(WORDS)
            .toList());
  }

  private static List<String> failures(StoredPost stored) {
    var failures = new ArrayList<String>();
    for (Outcome outcome : stored.tagged().outcomes()) {
      switch (outcome) {
        case Outcome.Failed failed ->
            failures.add(failed.classifier() + " failed: " + Texts.oneLine(failed.reason()));
        case Outcome.Tagged _ -> {}
      }
    }
    return failures;
  }

  private static List<Views.Fact> facts(Cards cards, StoredPost stored) {
    Post post = stored.tagged().post();
    var facts = new ArrayList<Views.Fact>();
    facts.add(new Views.Fact("Published", cards.calendar().full(post.published()).text()));
    facts.add(
        new Views.Fact(
            "Admitted",
            stored.backfilled()
                ? "never: from before its source was followed, hence in no digest"
                : cards.calendar().full(stored.tagged().admitted()).text()));
    facts.add(new Views.Fact("Revision", Integer.toString(stored.revision())));
    facts.add(new Views.Fact("Language", language(stored)));
    facts.add(new Views.Fact("Source", Texts.oneLine(post.origin().source())));
    facts.add(new Views.Fact("Id", post.id()));
    return facts;
  }

  private static String language(StoredPost stored) {
    return switch (stored.tagged().language()) {
      case ZH -> "Chinese";
      case EN -> "English";
      case MIXED, OTHER -> stored.tagged().language().name().toLowerCase(Locale.ROOT);
    };
  }
}
