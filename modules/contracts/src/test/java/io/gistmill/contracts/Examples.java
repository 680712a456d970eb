package io.gistmill.contracts;

import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.ClockEvent;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Quote;
import io.gistmill.domain.Selection;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceEvent;
import io.gistmill.domain.SourceMemory;
import io.gistmill.domain.SourceSchedule;
import io.gistmill.domain.SourceState;
import io.gistmill.domain.SourceStateEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Summarised;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import io.gistmill.domain.Week;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values of every kind, with and without everything that may be missing. The documents in `v1`
/// bear their names and say the same.
final class Examples {

  private static final String ID = "3f1c0a7d5b2e4f6081a2b3c4";
  private static final Instant CUT = Instant.parse("2025-03-03T00:00:00Z");
  private static final Tick TICK = new Tick(CUT, CUT.minus(Tick.QUARTER), true);
  private static final Tick FIRST_TICK = new Tick(CUT, null, false);

  /// @param type what the topic holds
  record Example<T>(String name, Class<T> type, T value) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Examples() {}

  static List<Example<?>> all() {
    return List.of(
        new Example<>("post", Post.class, fullPost()),
        new Example<>("posted", PostEvent.class, new PostEvent.Posted(fullPost())),
        new Example<>("posted-bare", PostEvent.class, new PostEvent.Posted(barePost())),
        new Example<>("backfilled", PostEvent.class, new PostEvent.Backfilled(barePost())),
        new Example<>("withdrawn", PostEvent.class, new PostEvent.Withdrawn(ID)),
        new Example<>("corrected", PostEvent.class, corrected()),
        new Example<>(
            "retagged", PostEvent.class, new PostEvent.Retagged(barePost(), "0a1b2c3d4e5f")),
        new Example<>("post-retagged", TaggedEvent.class, postRetagged()),
        new Example<>("switched", PostEvent.class, new PostEvent.Switched(classifierSwitch())),
        new Example<>(
            "switched-off",
            PostEvent.class,
            new PostEvent.Switched(classifierSwitch().switchedOff())),
        new Example<>("posts-tick", PostEvent.class, new PostEvent.Ticked(TICK)),
        new Example<>("posts-first-tick", PostEvent.class, new PostEvent.Ticked(FIRST_TICK)),
        new Example<>("tagged", TaggedEvent.class, tagged()),
        new Example<>("tagged-bare", TaggedEvent.class, taggedBare()),
        new Example<>("tagged-with-emphasis", TaggedEvent.class, taggedWithEmphasis()),
        new Example<>("tagged-and-summarised", TaggedEvent.class, taggedWith(written())),
        new Example<>("tagged-without-summary", TaggedEvent.class, taggedWith(notSummarised())),
        new Example<>("duplicate", TaggedEvent.class, duplicate()),
        new Example<>("post-withdrawn", TaggedEvent.class, new TaggedEvent.Withdrawn(ID, CUT, 3)),
        new Example<>("post-corrected", TaggedEvent.class, postCorrected()),
        new Example<>("tagged-switched", TaggedEvent.class, taggedSwitched()),
        new Example<>("tagged-tick", TaggedEvent.class, taggedTick()),
        new Example<>("story-revised", StoryEvent.class, storyRevised()),
        new Example<>("story-revised-in-full", StoryEvent.class, storyRevisedInFull()),
        new Example<>("story-generated", StoryEvent.class, storyGenerated()),
        new Example<>("story-revised-with-source", StoryEvent.class, storyRevisedWithSource()),
        new Example<>("story-withdrawn-in-full", StoryEvent.class, storyWithdrawnInFull()),
        new Example<>("story-withdrawn", StoryEvent.class, storyWithdrawn()),
        new Example<>("story-aliased", StoryEvent.class, storyAliased()),
        new Example<>("stories-tick", StoryEvent.class, new StoryEvent.Ticked(TICK)),
        new Example<>("subscribed", SubscriptionEvent.class, subscribed()),
        new Example<>("subscribed-in-full", SubscriptionEvent.class, subscribedInFull()),
        new Example<>("unsubscribed", SubscriptionEvent.class, unsubscribed()),
        new Example<>("subscriptions-tick", SubscriptionEvent.class, subscriptionsTick()),
        new Example<>("source", SourceEvent.class, source()),
        new Example<>("source-bare", SourceEvent.class, sourceBare()),
        new Example<>("source-state", SourceStateEvent.class, sourceState()),
        new Example<>("source-state-bare", SourceStateEvent.class, sourceStateBare()),
        new Example<>("digest", DigestEvent.class, digest()),
        new Example<>("digest-in-full", DigestEvent.class, digestInFull()),
        new Example<>("digest-empty", DigestEvent.class, digestEmpty()),
        new Example<>("digests-tick", DigestEvent.class, digestsTick()),
        new Example<>(
            "delivery-queued", DeliveryEvent.class, delivery(new Delivery.State.Queued())),
        new Example<>(
            "delivery-sending", DeliveryEvent.class, delivery(new Delivery.State.Sending(CUT))),
        new Example<>("delivery-sent", DeliveryEvent.class, delivery(new Delivery.State.Sent(CUT))),
        new Example<>(
            "delivery-deferred", DeliveryEvent.class, delivery(new Delivery.State.Deferred(CUT))),
        new Example<>(
            "delivery-failed",
            DeliveryEvent.class,
            delivery(new Delivery.State.Failed(CUT, "550 no such mailbox"))),
        new Example<>(
            "delivery-expired", DeliveryEvent.class, delivery(new Delivery.State.Expired(CUT))),
        new Example<>("delivery-requested-again", DeliveryEvent.class, deliveryAgain()),
        new Example<>("suspended", DeliveryEvent.class, suspended()),
        new Example<>("requested", DeliveryEvent.class, requested()),
        new Example<>(
            "delivery-bounced",
            DeliveryEvent.class,
            delivery(
                new Delivery.State.Bounced(CUT, BounceKind.SOFT, "4.2.2 the mailbox is full"))),
        new Example<>("bounced", DeliveryEvent.class, bounced()),
        new Example<>("bounced-and-counted", DeliveryEvent.class, bounced().countedAt(CUT)),
        new Example<>("clock-tick", ClockEvent.class, new ClockEvent.Ticked(TICK)));
  }

  private static Post fullPost() {
    return new Post(
        "3f1c0a7d5b2e4f6081a2b3c4",
        new Origin("archive", 7L),
        "林知夏",
        "linzhixia",
        Instant.parse("2025-03-02T23:47:12.5Z"),
        true,
        "https://posts.example.com/linzhixia/status/7001",
        "检索之后再排一次",
        "重排序模型把命中率从 0.61 提到 0.74。https://example.org/rerank",
        List.of(
            new Quote("Ines Varga", "inesv", "https://posts.example.com/inesv/status/9", "Nice."),
            new Quote(null, null, null, "没有名字的一句话")),
        List.of("周末试一试"),
        List.of("https://example.org/rerank"));
  }

  private static Post barePost() {
    return new Post(
        "000000000000000000000001",
        new Origin("feed-3", null),
        "",
        null,
        CUT,
        false,
        null,
        null,
        "",
        List.of(),
        List.of(),
        List.of());
  }

  private static TaggedEvent tagged() {
    var evidence =
        List.of(
            new Evidence(Evidence.Part.TITLE, 0, 0, "检索"),
            new Evidence(Evidence.Part.TEXT, 0, 1, "排序"),
            new Evidence(Evidence.Part.QUOTED, 1, 2, "名字"),
            new Evidence(Evidence.Part.LINK, 0, 20, "rerank"));
    var rag = new Tag("rag", Fixed.of(0.93), "taxonomy@1", evidence);
    var papers = new Tag("papers", Fixed.of(0.000001), "taxonomy@1", List.of());
    return new TaggedEvent.Tagged(
        new TaggedPost(
            fullPost(),
            CUT,
            2,
            Language.ZH,
            List.of(
                new Outcome.Tagged("taxonomy@1", List.of(rag, papers)),
                new Outcome.Failed("far-away@3", "no answer within 2 s; raise its time limit")),
            List.of(rag),
            new Fingerprint(List.of(0, -1, 1_234_567), List.of("https://example.org/rerank"))));
  }

  private static TaggedEvent taggedBare() {
    return new TaggedEvent.Tagged(
        new TaggedPost(
            barePost(),
            CUT,
            1,
            Language.OTHER,
            List.of(),
            List.of(),
            new Fingerprint(List.of(), List.of())));
  }

  private static TaggedEvent taggedWithEmphasis() {
    var emphasis = new Emphasis(List.of(-12, 0, 7));
    return new TaggedEvent.Tagged(
        new TaggedPost(
            barePost(),
            CUT,
            1,
            Language.OTHER,
            List.of(new Outcome.Tagged("trained@0a1b2c3d4e5f", List.of(), emphasis)),
            List.of(),
            new Fingerprint(List.of(), List.of())));
  }

  private static TaggedEvent taggedWith(Summarised summary) {
    return new TaggedEvent.Tagged(
        new TaggedPost(
            barePost(),
            CUT,
            1,
            Language.OTHER,
            List.of(),
            List.of(),
            new Fingerprint(List.of(), List.of()),
            summary));
  }

  private static Summarised written() {
    return new Summarised.Written(
        "chat-summary@3f1c0a7d5b", "A headline", List.of("One sentence.", "And another."));
  }

  private static Summarised notSummarised() {
    return new Summarised.Failed("chat-summary@3f1c0a7d5b", "no sentence stands in the post");
  }

  private static TaggedEvent duplicate() {
    return new TaggedEvent.Duplicate("3f1c0a7d5b2e4f6081a2b3c4", new Origin("archive", 8L), CUT);
  }

  private static PostEvent corrected() {
    return new PostEvent.Corrected(ID, List.of("rag", "papers"), List.of("tools"));
  }

  private static ClassifierSwitch classifierSwitch() {
    var topics = new TreeMap<>(Map.of("kites", "Kites", "rag", "Retrieval"));
    return new ClassifierSwitch("taxonomy", "0a1b2c3d4e5f", "version: \"0a1b\"\n", topics);
  }

  private static TaggedEvent postRetagged() {
    return new TaggedEvent.Retagged(((TaggedEvent.Tagged) taggedBare()).post());
  }

  private static TaggedEvent taggedSwitched() {
    return new TaggedEvent.Switched(classifierSwitch());
  }

  private static TaggedEvent postCorrected() {
    var rag = new Tag("rag", Fixed.ONE, "correction", List.of());
    var papers = new Tag("papers", Fixed.of(0.62), "taxonomy@1", List.of());
    return new TaggedEvent.Corrected(ID, CUT, 3, List.of(rag, papers));
  }

  private static StoryEvent storyWithdrawn() {
    return new StoryEvent.Revised("story-1", CUT, List.of(), List.of(ID));
  }

  private static TaggedEvent taggedTick() {
    return new TaggedEvent.Ticked(new PartitionTick(TICK, 3, 4));
  }

  private static StoryEvent storyRevised() {
    var full =
        new StoryPost(
            "3f1c0a7d5b2e4f6081a2b3c4",
            7L,
            CUT,
            Instant.parse("2025-03-02T23:47:12.5Z"),
            true,
            2,
            "林知夏",
            "linzhixia",
            "https://posts.example.com/linzhixia/status/7001",
            Language.MIXED,
            List.of(new StoryPost.TopicShare("rag", Fixed.of(0.93))),
            "检索之后再排一次",
            "重排序模型把命中率从 0.61 提到 0.74。",
            Fixed.of(0.71));
    var bare =
        new StoryPost(
            "000000000000000000000001",
            null,
            CUT,
            CUT,
            false,
            1,
            "",
            null,
            null,
            Language.EN,
            List.of(),
            "A headline",
            "",
            Fixed.ZERO);
    return new StoryEvent.Revised("story-1", CUT, List.of(full, bare));
  }

  private static StoryEvent storyRevisedInFull() {
    var post =
        new StoryPost(
            "3f1c0a7d5b2e4f6081a2b3c4",
            7L,
            CUT,
            CUT,
            false,
            1,
            "Ines Varga",
            "inesv",
            null,
            Language.EN,
            List.of(),
            "A headline",
            "",
            Fixed.of(0.5),
            "feed-3",
            List.of("glimmer/2", "loom"),
            "000000000000000000000001");
    return new StoryEvent.Revised("story-1", CUT, List.of(post));
  }

  private static StoryEvent storyGenerated() {
    var post =
        new StoryPost(
            "3f1c0a7d5b2e4f6081a2b3c4",
            null,
            CUT,
            CUT,
            false,
            1,
            "Ines Varga",
            "inesv",
            null,
            Language.EN,
            List.of(),
            "A headline",
            "One sentence. And another.",
            Fixed.of(0.5),
            "feed-3",
            List.of(),
            null,
            "chat-summary@3f1c0a7d5b");
    return new StoryEvent.Revised("story-1", CUT, List.of(post));
  }

  private static StoryEvent storyRevisedWithSource() {
    var post =
        new StoryPost(
            "3f1c0a7d5b2e4f6081a2b3c4",
            null,
            CUT,
            CUT,
            false,
            1,
            "Maren Quill",
            "mquill",
            null,
            Language.EN,
            List.of(),
            "A headline",
            "",
            Fixed.ONE,
            "feed-of-maren");
    return new StoryEvent.Revised("story-1", CUT, List.of(post));
  }

  private static StoryEvent storyWithdrawnInFull() {
    List<StoryPost> said = ((StoryEvent.Revised) storyRevisedInFull()).posts();
    return new StoryEvent.Revised("story-1", CUT, List.of(), List.of(ID), said);
  }

  private static StoryEvent storyAliased() {
    return new StoryEvent.Aliased("story-2", "story-1", CUT);
  }

  private static Subscription weekly() {
    return new Subscription(
        "reader-1.weekly",
        "reader-1",
        "rag",
        new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 0)),
        ZoneId.of("Asia/Shanghai"),
        20);
  }

  private static Subscription daily() {
    return new Subscription(
        "reader-1.daily",
        "reader-1",
        Subscription.ALL,
        new Cadence.Daily(LocalTime.of(18, 45)),
        ZoneId.of("+05:30"),
        1);
  }

  private static SubscriptionEvent subscribed() {
    return new SubscriptionEvent.Subscribed("reader-1", List.of(weekly(), daily()));
  }

  private static SubscriptionEvent subscribedInFull() {
    var selection =
        new Selection(
            List.of("rag", "moe"),
            List.of("growth"),
            "language:zh AND \"vector index\"",
            List.of("feed-3"),
            List.of("@linzhixia"),
            List.of("story-1"));
    var subscription =
        new Subscription(
            "reader-1.news",
            "reader-1",
            Subscription.ALL,
            new Cadence.QuarterHourly(),
            ZoneId.of("Asia/Kathmandu"),
            10,
            selection,
            new Preferences(Language.ZH, 7, true, true),
            List.of(Channel.EMAIL, Channel.WEBHOOK));
    var contact =
        new Contact(
            new Contact.Mailbox("reader@example.org", CUT),
            new Contact.Endpoint(
                "https://hooks.example.org/gistmill",
                Contact.Endpoint.Format.STANDARD,
                2,
                CUT,
                CUT));
    return new SubscriptionEvent.Subscribed("reader-1", List.of(subscription), contact);
  }

  private static DeliveryEvent delivery(Delivery.State state) {
    return new DeliveryEvent.Updated(deliveryIn(state, null, null));
  }

  private static DeliveryEvent deliveryAgain() {
    return new DeliveryEvent.Updated(deliveryIn(new Delivery.State.Queued(), 17L, CUT));
  }

  private static DeliveryEvent requested() {
    return new DeliveryEvent.Requested(deliveryIn(new Delivery.State.Sent(CUT), 17L, null), CUT);
  }

  private static DeliveryEvent.Bounced bounced() {
    return new DeliveryEvent.Bounced(
        deliveryIn(new Delivery.State.Sent(CUT), 17L, null),
        BounceKind.HARD,
        "5.1.1",
        "5.1.1 no such mailbox",
        CUT,
        null);
  }

  private static Delivery deliveryIn(
      Delivery.State state, @Nullable Long offset, @Nullable Instant requested) {
    return new Delivery(
        "d-1",
        Channel.EMAIL,
        "reader-1",
        "reader-1.daily",
        CUT,
        CUT,
        state,
        List.of(new Delivery.Attempt(1, CUT, "451 try again later")),
        offset,
        requested);
  }

  private static DeliveryEvent suspended() {
    return new DeliveryEvent.Suspended("reader-1", Channel.WEBHOOK, CUT, "410 Gone");
  }

  private static SubscriptionEvent unsubscribed() {
    return new SubscriptionEvent.Subscribed("reader-1", List.of());
  }

  private static SubscriptionEvent subscriptionsTick() {
    return new SubscriptionEvent.Ticked(FIRST_TICK);
  }

  private static SourceEvent source() {
    return new SourceEvent.Defined(
        new SourceDefinition(
            "notes-example-org-feed-1a2b3c",
            "feed",
            "https://notes.example.org/feed",
            "磨坊笔记",
            CUT));
  }

  private static SourceEvent sourceBare() {
    return new SourceEvent.Defined(
        new SourceDefinition("a-example-org-1a2b3c", "feed", "http://a.example.org/", null, CUT));
  }

  private static SourceStateEvent sourceState() {
    return new SourceStateEvent.Polled(
        new SourceState(
            "notes-example-org-feed-1a2b3c",
            new SourceMemory(
                "https://notes.example.org/atom.xml",
                "磨坊笔记",
                "W/\"7-a\"",
                "Mon, 03 Mar 2025 00:00:00 GMT",
                List.of("0011223344556677p8899aabbccdd", "0011223344556678h8899aabbccde")),
            new SourceSchedule(
                CUT.plusSeconds(1800),
                1800,
                CUT,
                CUT.minusSeconds(1800),
                2,
                "answered 503: not available",
                true,
                7)));
  }

  private static SourceStateEvent sourceStateBare() {
    return new SourceStateEvent.Polled(
        new SourceState(
            "a-example-org-1a2b3c",
            SourceMemory.EMPTY,
            new SourceSchedule(CUT, 300, null, null, 0, null, false, 0)));
  }

  private static DigestEvent digest() {
    var post = new Digest.PostRef("3f1c0a7d5b2e4f6081a2b3c4", "story-2", CUT);
    return new DigestEvent.Made(
        new Digest(
            "reader-1.weekly@2025-03-03T00:00:00Z",
            weekly(),
            Instant.parse("2025-02-24T00:00:00Z"),
            CUT,
            List.of(new Digest.Item("story-1", Fixed.of(0.71), List.of(post))),
            12,
            "aa00bb11cc22dd33ee44ff55"));
  }

  private static DigestEvent digestInFull() {
    var post = new Digest.PostRef("3f1c0a7d5b2e4f6081a2b3c4", "story-2", CUT);
    var item =
        new Digest.Item(
            "story-1",
            Fixed.of(0.57),
            List.of(post),
            new Digest.Known(CUT.minusSeconds(604_800), 3, 1),
            CUT.minusSeconds(172_800),
            new Digest.Why(Fixed.of(0.71), Fixed.of(0.05), Fixed.of(-0.19), 2));
    var week =
        new Week(
            100,
            List.of(80, 90),
            List.of(
                new Week.Trend(
                    Week.Kind.NAME, "glimmer/2", 8, List.of(0, 1), Fixed.of(18.2), List.of(post))),
            List.of(new Week.Running("story-1", 5, 9, post)),
            List.of(new Week.TopicCount("rag", 40, 30)));
    return new DigestEvent.Made(
        new Digest(
            "reader-1.weekly.20250303T0000Z",
            weekly(),
            Instant.parse("2025-02-24T00:00:00Z"),
            CUT,
            List.of(item),
            12,
            "aa00bb11cc22dd33ee44ff55",
            List.of(new Digest.Item("story-3", Fixed.of(0.4), List.of(post))),
            List.of(
                new Digest.Correction(
                    "reader-1.weekly.20250224T0000Z", CUT.minusSeconds(604_800), "story-4", post)),
            week));
  }

  private static DigestEvent digestEmpty() {
    return new DigestEvent.Made(
        new Digest("reader-1.daily@x", daily(), CUT, CUT.plusSeconds(1), List.of(), 0, "00"));
  }

  private static DigestEvent digestsTick() {
    return new DigestEvent.Ticked(new PartitionTick(FIRST_TICK, 0, 1));
  }
}
