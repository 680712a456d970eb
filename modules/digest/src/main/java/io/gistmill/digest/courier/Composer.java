package io.gistmill.digest.courier;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.delivery.Message;
import io.gistmill.digest.mailroom.StoryLookup;
import io.gistmill.digest.render.DigestPage;
import io.gistmill.digest.render.DigestPage.StoryView;
import io.gistmill.digest.render.DigestPages;
import io.gistmill.digest.render.DigestRenderer;
import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.digest.render.Footer;
import io.gistmill.digest.render.Words;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes messages of digests: looks their words up, and adds the links of their owners. The same
/// digest always gives the same message. Safe for all threads.
public final class Composer {

  private final Supplier<Optional<Table<StoryEvent>>> stories;
  private final UnaryOperator<String> topicNames;
  private final OwnerLinks links;
  private final DigestRenderer renderer = new DigestRenderer();

  /// @param stories the mailroom's copy of the stories; empty while it is not open
  /// @param topicNames a topic's name by its slug
  public Composer(
      Supplier<Optional<Table<StoryEvent>>> stories,
      UnaryOperator<String> topicNames,
      OwnerLinks links) {
    this.stories = stories;
    this.topicNames = topicNames;
    this.links = links;
  }

  Composition digest(Delivery delivery, Digest digest) {
    Optional<Table<StoryEvent>> copy = stories.get().filter(it -> holds(it, digest.cut()));
    if (copy.isEmpty()) {
      return new Composition.Later("the words of digest " + digest.id() + " are not here yet");
    }
    DigestPage page;
    try {
      page = new DigestPages(new StoryLookup(copy.get()), topicNames).page(digest);
    } catch (IllegalStateException e) {
      return new Composition.Never("its words are no longer there: " + e.getMessage());
    }
    return new Composition.Ready(message(delivery, page, replyTo(digest)));
  }

  private static boolean holds(Table<StoryEvent> stories, Instant cut) {
    return stories.get(StoryKeys.TICK) instanceof StoryEvent.Ticked(var tick)
        && !tick.instant().isBefore(cut);
  }

  /// A digest that takes something back stands in its reader's mail program below the one that said
  /// it.
  private static @Nullable String replyTo(Digest digest) {
    return digest.corrections().isEmpty() ? null : digest.corrections().getFirst().digest();
  }

  private Message message(Delivery delivery, DigestPage bare, @Nullable String replyTo) {
    Message.Links own = links.of(delivery);
    DigestPage page = bare.withFooter(new Footer(own.web(), own.manage(), own.unsubscribe()));
    return switch (delivery.channel()) {
      case EMAIL -> message(delivery, page, forMail(page), own, replyTo);
      case WEBHOOK -> message(delivery, page, forWebhook(page), own, replyTo);
    };
  }

  /// Those that a channel reads; the others are left empty, since each costs about as much as the
  /// signature.
  private record Forms(String text, String html, String json) {}

  private Forms forMail(DigestPage page) {
    DigestRenderer.Fitted mail = renderer.fitForMail(page);
    return new Forms(renderer.render(mail.page(), Format.TEXT), mail.html(), "");
  }

  /// Rooms of chat services get the text where there are no stories.
  private Forms forWebhook(DigestPage page) {
    String text = page.stories().isEmpty() ? renderer.render(page, Format.TEXT) : "";
    return new Forms(text, "", renderer.render(page, Format.JSON));
  }

  private static Message message(
      Delivery delivery,
      DigestPage page,
      Forms forms,
      Message.Links own,
      @Nullable String replyTo) {
    Words words = Words.of(page.locale());
    return new Message(
        delivery.digest(),
        page.title(),
        words.language(),
        forms.text(),
        forms.html(),
        forms.json(),
        page.stories().stream().map(story -> line(story, words)).toList(),
        own,
        replyTo);
  }

  private static Message.Line line(StoryView story, Words words) {
    return new Message.Line(story.headline(), story.summaryLine(), story.link(), words.note(story));
  }
}
