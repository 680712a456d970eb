package io.gistmill.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.ClockEvent;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceEvent;
import io.gistmill.domain.SourceStateEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Summarised;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Week;
import java.time.LocalTime;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The one JSON form of everything that leaves the process.
///
/// Each event carries its type and schema version in the field `schema`, such as `posted/1`.
/// Unknown fields are ignored on read, so that a newer writer does not stop an older reader. A
/// missing or null field is an error unless its record says `@Nullable`; a missing list is empty.
///
/// Numbers are plain (`0.93`), instants ISO text in UTC, times of day `08:00`, zones by name,
/// fields that are null left out.
public final class Json {

  /// Immutable and safe for all threads.
  public static final JsonMapper MAPPER = mapper();

  private Json() {}

  private static JsonMapper mapper() {
    var numbers = new SimpleModule("gistmill");
    numbers.addSerializer(Fixed.class, new FixedWriter());
    numbers.addDeserializer(Fixed.class, new FixedReader());
    return JsonMapper.builder()
        .addModule(numbers)
        .annotationIntrospector(
            AnnotationIntrospector.pair(new RecordNullness(), new JacksonAnnotationIntrospector()))
        .defaultLocale(Locale.ROOT)
        .withConfigOverride(
            LocalTime.class, time -> time.setFormat(JsonFormat.Value.forPattern("HH:mm")))
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .addMixIn(PostEvent.class, PostEvents.class)
        .addMixIn(TaggedEvent.class, TaggedEvents.class)
        .addMixIn(StoryEvent.class, StoryEvents.class)
        .addMixIn(SubscriptionEvent.class, SubscriptionEvents.class)
        .addMixIn(DigestEvent.class, DigestEvents.class)
        .addMixIn(DeliveryEvent.class, DeliveryEvents.class)
        .addMixIn(Delivery.State.class, DeliveryStates.class)
        .addMixIn(ClockEvent.class, ClockEvents.class)
        .addMixIn(SourceEvent.class, SourceEvents.class)
        .addMixIn(SourceStateEvent.class, SourceStateEvents.class)
        .addMixIn(Outcome.class, Outcomes.class)
        .addMixIn(Summarised.class, Summaries.class)
        .addMixIn(Cadence.class, Cadences.class)
        .addMixIn(Channel.class, LowerCase.class)
        .addMixIn(BounceKind.class, LowerCase.class)
        .addMixIn(Contact.Endpoint.Format.class, LowerCase.class)
        .addMixIn(Language.class, LowerCase.class)
        .addMixIn(Evidence.Part.class, LowerCase.class)
        .addMixIn(Week.Kind.class, LowerCase.class)
        .build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PostEvent.Posted.class, name = "posted/1"),
    @JsonSubTypes.Type(value = PostEvent.Backfilled.class, name = "backfilled/1"),
    @JsonSubTypes.Type(value = PostEvent.Withdrawn.class, name = "withdrawn/1"),
    @JsonSubTypes.Type(value = PostEvent.Corrected.class, name = "corrected/1"),
    @JsonSubTypes.Type(value = PostEvent.Retagged.class, name = "retagged/1"),
    @JsonSubTypes.Type(value = PostEvent.Switched.class, name = "switched/1"),
    @JsonSubTypes.Type(value = PostEvent.Ticked.class, name = "tick/1")
  })
  private interface PostEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TaggedEvent.Tagged.class, name = "tagged/1"),
    @JsonSubTypes.Type(value = TaggedEvent.Duplicate.class, name = "duplicate/1"),
    @JsonSubTypes.Type(value = TaggedEvent.Withdrawn.class, name = "post-withdrawn/1"),
    @JsonSubTypes.Type(value = TaggedEvent.Corrected.class, name = "post-corrected/1"),
    @JsonSubTypes.Type(value = TaggedEvent.Retagged.class, name = "post-retagged/1"),
    @JsonSubTypes.Type(value = TaggedEvent.Switched.class, name = "switched/1"),
    @JsonSubTypes.Type(value = TaggedEvent.Ticked.class, name = "partition-tick/1")
  })
  private interface TaggedEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = StoryEvent.Revised.class, name = "story-revised/1"),
    @JsonSubTypes.Type(value = StoryEvent.Aliased.class, name = "story-aliased/1"),
    @JsonSubTypes.Type(value = StoryEvent.Ticked.class, name = "tick/1")
  })
  private interface StoryEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SubscriptionEvent.Subscribed.class, name = "subscribed/1"),
    @JsonSubTypes.Type(value = SubscriptionEvent.Ticked.class, name = "tick/1")
  })
  private interface SubscriptionEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = DigestEvent.Made.class, name = "digest/1"),
    @JsonSubTypes.Type(value = DigestEvent.Ticked.class, name = "partition-tick/1")
  })
  private interface DigestEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = DeliveryEvent.Updated.class, name = "delivery/1"),
    @JsonSubTypes.Type(value = DeliveryEvent.Suspended.class, name = "suspended/1"),
    @JsonSubTypes.Type(value = DeliveryEvent.Requested.class, name = "requested/1"),
    @JsonSubTypes.Type(value = DeliveryEvent.Bounced.class, name = "bounced/1")
  })
  private interface DeliveryEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Delivery.State.Queued.class, name = "queued"),
    @JsonSubTypes.Type(value = Delivery.State.Sending.class, name = "sending"),
    @JsonSubTypes.Type(value = Delivery.State.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Delivery.State.Deferred.class, name = "deferred"),
    @JsonSubTypes.Type(value = Delivery.State.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Delivery.State.Expired.class, name = "expired"),
    @JsonSubTypes.Type(value = Delivery.State.Bounced.class, name = "bounced")
  })
  private interface DeliveryStates {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes(@JsonSubTypes.Type(value = ClockEvent.Ticked.class, name = "tick/1"))
  private interface ClockEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes(@JsonSubTypes.Type(value = SourceEvent.Defined.class, name = "source/1"))
  private interface SourceEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
  @JsonSubTypes(@JsonSubTypes.Type(value = SourceStateEvent.Polled.class, name = "source-state/1"))
  private interface SourceStateEvents {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Tagged.class, name = "tagged"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed")
  })
  private interface Outcomes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Summarised.Written.class, name = "written"),
    @JsonSubTypes.Type(value = Summarised.Failed.class, name = "failed")
  })
  private interface Summaries {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "every")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Cadence.Daily.class, name = "day"),
    @JsonSubTypes.Type(value = Cadence.Weekly.class, name = "week"),
    @JsonSubTypes.Type(value = Cadence.QuarterHourly.class, name = "quarter-hour")
  })
  private interface Cadences {}

  @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
  private interface LowerCase {}

  private static final class FixedWriter extends ValueSerializer<Fixed> {
    @Override
    public void serialize(Fixed value, JsonGenerator json, SerializationContext context) {
      json.writeNumber(value.toShortestDecimal());
    }
  }

  private static final class FixedReader extends ValueDeserializer<Fixed> {
    @Override
    public Fixed deserialize(JsonParser json, DeserializationContext context) {
      return Fixed.of(json.getDecimalValue());
    }
  }
}
