package io.gistmill.gateway.page;

import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.gateway.subscribe.Fields;
import io.gistmill.gateway.subscribe.Mistakes;
import io.gistmill.gateway.subscribe.Zones;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the templates of owners' pages show.
public final class OwnerPageViews {

  private static final int QUARTERS_OF_A_DAY = 96;

  private OwnerPageViews() {}

  /// @param value as it is sent
  /// @param name as people read it
  public record Choice(String value, String name) {}

  /// The fields of a wish, with what was filled in and what is wrong with it.
  ///
  /// @param isNew whether the reader's own zone may be chosen in it
  public record WishForm(Fields fields, Mistakes mistakes, List<Choice> topics, boolean isNew) {

    public List<Choice> cadences() {
      return List.of(
          new Choice("day", "Every day"),
          new Choice("week", "Every week"),
          new Choice("quarter-hour", "Every quarter of an hour, when there is news"));
    }

    public List<Choice> hours() {
      return IntStream.range(0, QUARTERS_OF_A_DAY)
          .mapToObj(quarter -> LocalTime.MIDNIGHT.plusMinutes(15L * quarter).toString())
          .map(at -> new Choice(at, at))
          .toList();
    }

    /// Whether the zone is among those to choose from; one of before may not be.
    public boolean listsZone() {
      return zones().values().stream().anyMatch(region -> region.contains(fields.shown("zone")));
    }

    public List<Choice> days() {
      return Arrays.stream(DayOfWeek.values())
          .map(
              day ->
                  new Choice(
                      day.name().toLowerCase(Locale.ROOT),
                      day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
          .toList();
    }

    public Map<String, SortedSet<String>> zones() {
      return Zones.byRegion();
    }

    public List<Choice> languages() {
      return List.of(
          new Choice("any", "Whatever a story is written in"),
          new Choice("en", "English"),
          new Choice("zh", "中文"));
    }

    public boolean hasExclusions() {
      return topics.stream().anyMatch(topic -> fields.holds("excluded", topic.value()));
    }

    public boolean wrong(String field) {
      return mistakes.of(field) != null;
    }
  }

  static List<Choice> formats() {
    return Arrays.stream(Endpoint.Format.values())
        .map(format -> new Choice(format.name().toLowerCase(Locale.ROOT), name(format)))
        .toList();
  }

  static String name(Endpoint.Format format) {
    return switch (format) {
      case STANDARD -> "A program of mine (Standard Webhooks)";
      case SLACK -> "Slack";
      case DISCORD -> "Discord";
      case FEISHU -> "Feishu / Lark";
      case DINGTALK -> "DingTalk";
      case WECOM -> "WeCom";
    };
  }

  /// A new subscription, of somebody new or of an owner.
  ///
  /// @param contact whether it asks where the digests go
  /// @param ways of an owner
  /// @param back for an owner
  public record SubscribeForm(
      String heading,
      String opening,
      String action,
      boolean contact,
      WishForm form,
      List<Choice> ways,
      String button,
      String back) {

    public SubscribeForm {
      ways = List.copyOf(ways);
    }

    public List<Choice> formats() {
      return OwnerPageViews.formats();
    }

    public boolean webhookOpen() {
      return !form.fields().shown("webhook").isEmpty() || form.wrong("webhook");
    }
  }

  /// A page that says something, and may ask for a button to be pressed.
  ///
  /// @param action null when there is nothing to press
  /// @param hidden fields that go with the button
  /// @param code shown as it is, such as a secret; null for none
  /// @param back null for none
  public record Question(
      String heading,
      List<String> paragraphs,
      @Nullable String action,
      String button,
      List<Choice> hidden,
      @Nullable String code,
      @Nullable Choice back) {

    public Question {
      paragraphs = List.copyOf(paragraphs);
      hidden = List.copyOf(hidden);
    }

    static Question said(String heading, String... paragraphs) {
      return new Question(heading, List.of(paragraphs), null, "", List.of(), null, null);
    }

    static Question asked(String heading, String paragraph, String action, String button) {
      return new Question(heading, List.of(paragraph), action, button, List.of(), null, null);
    }

    Question back(String href, String name) {
      return new Question(
          heading, paragraphs, action, button, hidden, code, new Choice(href, name));
    }
  }

  public record SubscriptionLine(String href, String title, String summary, boolean paused) {}

  /// @param base address of the page
  /// @param suspended ways that are closed, with the reason
  public record ManagePage(
      String base,
      @Nullable String notice,
      List<SubscriptionLine> subscriptions,
      List<String> suspended,
      String mailbox,
      String endpoint,
      boolean hasEndpoint,
      boolean hasBoth,
      Fields fields,
      Mistakes mistakes,
      String validity) {

    public ManagePage {
      subscriptions = List.copyOf(subscriptions);
      suspended = List.copyOf(suspended);
    }

    public List<Choice> formats() {
      return OwnerPageViews.formats();
    }

    public String email() {
      return fields.shown("email");
    }

    public String webhook() {
      return fields.shown("webhook");
    }

    public String format() {
      return fields.shown("format");
    }
  }

  /// @param field by which a button names it
  public record MuteChoice(String field, String value, String label) {}

  public record AttemptLine(TimeView at, String outcome) {}

  public record WayLine(String channel, String state, String count, List<AttemptLine> attempts) {
    public WayLine {
      attempts = List.copyOf(attempts);
    }
  }

  public record SentLine(String href, TimeView cut, String stories, List<WayLine> ways) {
    public SentLine {
      ways = List.copyOf(ways);
    }
  }

  /// @param base address of the owner's page
  /// @param href address of this one
  public record SubscriptionPage(
      String base,
      String href,
      String title,
      String summary,
      boolean paused,
      @Nullable String notice,
      List<Choice> ways,
      WishForm form,
      List<MuteChoice> mutes,
      List<SentLine> sent) {

    public SubscriptionPage {
      ways = List.copyOf(ways);
      mutes = List.copyOf(mutes);
      sent = List.copyOf(sent);
    }
  }

  /// A digest that was made for somebody.
  ///
  /// @param back to the subscription; null for those who may read it alone
  /// @param mutesOf each story, by its id
  public record OwnDigest(
      Views.DigestPage page, @Nullable String back, Map<String, List<MuteChoice>> mutesOf) {

    public List<MuteChoice> mutes(String story) {
      return mutesOf.getOrDefault(story, List.of());
    }
  }
}
