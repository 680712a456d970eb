package io.gistmill.contracts;

import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.gistmill.domain.ClockEvent;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceEvent;
import io.gistmill.domain.SourceStateEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.TaggedEvent;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the JSON Schemas of what stands in topics from the Java types and from what [Json] does
/// with them.
final class Schemas {

  /// @param file under `schemas`
  record Schema(String file, Class<?> type) {
    String id() {
      return "urn:gistmill:schema:" + file.replace(".json", "");
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static final List<Schema> ALL =
      List.of(
          new Schema("post.json", Post.class),
          new Schema("post-event.json", PostEvent.class),
          new Schema("tagged-event.json", TaggedEvent.class),
          new Schema("story-event.json", StoryEvent.class),
          new Schema("subscription-event.json", SubscriptionEvent.class),
          new Schema("source-event.json", SourceEvent.class),
          new Schema("source-state-event.json", SourceStateEvent.class),
          new Schema("digest-event.json", DigestEvent.class),
          new Schema("delivery-event.json", DeliveryEvent.class),
          new Schema("clock-event.json", ClockEvent.class));

  private static final SchemaGenerator GENERATOR = new SchemaGenerator(configuration());

  private Schemas() {}

  static Schema of(Class<?> type) {
    return ALL.stream().filter(schema -> schema.type().equals(type)).findFirst().orElseThrow();
  }

  static String text(Schema schema) {
    ObjectNode generated = GENERATOR.generateSchema(schema.type());
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("$schema", generated.remove("$schema"));
    document.put("$id", schema.id());
    document.put("title", schema.type().getSimpleName());
    generated.properties().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().equals("$defs")))
        .forEach(entry -> document.set(entry.getKey(), entry.getValue()));
    return Json.MAPPER.writer().with(printer()).writeValueAsString(document) + "\n";
  }

  private static DefaultPrettyPrinter printer() {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }

  private static SchemaGeneratorConfig configuration() {
    var builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
    builder.with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
    builder.forFields().withRequiredCheck(field -> !isNullable(field.getRawMember()));
    builder
        .forTypesInGeneral()
        .withPropertySorter(Comparator.comparingInt(Schemas::place))
        .withDefinitionNamingStrategy((key, context) -> name(key.getType().getErasedType()))
        .withSubtypeResolver(
            (type, context) ->
                JsonShape.subtypes(type.getErasedType()).stream()
                    .map(subtype -> context.getTypeContext().resolveSubtype(type, subtype))
                    .toList())
        .withCustomDefinitionProvider(JsonShape::ofScalar)
        .withCustomDefinitionProvider(new NamedTypes());
    return builder.build();
  }

  private static boolean isNullable(Field field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /// Fields stand in the order of the record's components, which is the order of writing.
  private static int place(MemberScope<?, ?> member) {
    var components = member.getDeclaringType().getErasedType().getRecordComponents();
    return Stream.of(components).map(RecordComponent::getName).toList().indexOf(member.getName());
  }

  /// `TaggedEvent.Ticked` for a nested type: simple names alone would meet.
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }
}
