package io.gistmill.gateway.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Contact.Mailbox;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerChangesTest {

  private static final Instant NOW = Instant.parse("2025-03-10T08:00:00Z");
  private static final Mailbox MAILBOX = new Mailbox("ada@example.com", NOW);
  private static final Endpoint ENDPOINT =
      new Endpoint("https://a.example/h", Endpoint.Format.STANDARD, 1, null, NOW);

  @Test
  void aNewSecretLeavesTheOneBeforeADay() {
    // when
    Subscribed rotated =
        OwnerChanges.rotated(owner(new Contact(MAILBOX, ENDPOINT), Channel.WEBHOOK), NOW);

    // then
    assertThat(rotated.contact().endpoint())
        .isEqualTo(
            new Endpoint(
                ENDPOINT.url(), ENDPOINT.format(), 2, NOW.plus(Duration.ofHours(24)), NOW));
    assertThat(rotated.contact().mailbox()).isEqualTo(MAILBOX);
  }

  @Test
  void withoutWebhookThereIsNothingToRotate() {
    // given
    Subscribed owner = owner(new Contact(MAILBOX, null), Channel.EMAIL);

    // then
    assertThat(OwnerChanges.rotated(owner, NOW)).isEqualTo(owner);
  }

  @Test
  void whatWentByAWayThatIsClosedGoesByTheOther() {
    // given
    Subscribed owner = owner(new Contact(MAILBOX, ENDPOINT), Channel.WEBHOOK);

    // when
    Subscribed left = OwnerChanges.withContact(owner, new Contact(MAILBOX, null));

    // then
    assertThat(left.subscriptions().getFirst().channels()).containsExactly(Channel.EMAIL);
  }

  @Test
  void aMuteIsTakenBackByTheSameWords() {
    // given
    Subscription present = owner(new Contact(MAILBOX, null)).subscriptions().getFirst();
    var story = new Mute(Mute.Kind.STORY, "story-1");

    // when
    Subscription muted = OwnerChanges.muted(OwnerChanges.muted(present, story, true), story, true);
    Subscription again = OwnerChanges.muted(muted, story, false);

    // then
    assertThat(muted.selection().mutedStories()).containsExactly("story-1");
    assertThat(again).isEqualTo(present);
  }

  @Test
  void endingOneLeavesTheOthers() {
    // given
    Subscribed owner = owner(new Contact(MAILBOX, null), Channel.EMAIL);
    Subscription other = Wish.usual(ZoneId.of("UTC")).as("u-1.b", "u-1", List.of(Channel.EMAIL));

    // when
    Subscribed left = OwnerChanges.end(OwnerChanges.put(owner, other), "u-1.a");

    // then
    assertThat(left.subscriptions()).containsExactly(other);
    assertThat(OwnerChanges.end(left, "u-1.a")).isEqualTo(left);
  }

  private static Subscribed owner(Contact contact, Channel... channels) {
    return new Subscribed(
        "u-1",
        List.of(Wish.usual(ZoneId.of("UTC")).as("u-1.a", "u-1", List.of(channels))),
        contact);
  }
}
