package io.gistmill.contracts;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Asks the mapper itself how it writes a type, so that schemas follow [Json] and no second list of
/// names exists.
final class JsonShape {

  private static final MapperConfig<?> CONFIG = Json.MAPPER.serializationConfig();

  private JsonShape() {}

  /// The kinds of a sealed interface, in the order of the source; empty for any other type.
  static List<Class<?>> subtypes(Class<?> type) {
    return type.isInterface() && type.isSealed()
        ? List.of(type.getPermittedSubclasses())
        : List.of();
  }

  /// The field that tells the kinds apart and this kind's name in it; null for a type that stands
  /// alone.
  static @Nullable Discriminator discriminator(Class<?> type) {
    return Stream.of(type.getInterfaces())
        .filter(parent -> type.isRecord() && parent.isSealed())
        .findFirst()
        .map(parent -> discriminator(parent, type))
        .orElse(null);
  }

  record Discriminator(String field, String value) {}

  static @Nullable CustomDefinition ofScalar(ResolvedType type, SchemaGenerationContext context) {
    ObjectNode definition =
        type.isInstanceOf(Map.class) ? texts(type) : scalar(type.getErasedType());
    return definition == null ? null : new CustomDefinition(definition, true);
  }

  /// Texts by name, the only kind of map that stands in topics.
  private static ObjectNode texts(ResolvedType type) {
    if (type.typeParametersFor(Map.class).stream().anyMatch(of -> !of.isInstanceOf(String.class))) {
      throw new IllegalStateException("no schema is known for " + type);
    }
    ObjectNode definition = node("object");
    definition.putObject("additionalProperties").put("type", "string");
    return definition;
  }

  private static @Nullable ObjectNode scalar(Class<?> type) {
    if (type.isEnum()) {
      return enumeration(type);
    } else if (type == Fixed.class) {
      return node("number");
    } else if (type == Instant.class) {
      return node("string").put("format", "date-time");
    } else if (type == LocalTime.class) {
      return node("string").put("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
    } else if (type == ZoneId.class) {
      return node("string");
    }
    return null;
  }

  private static ObjectNode enumeration(Class<?> type) {
    ObjectNode definition = node("string");
    for (Object constant : type.getEnumConstants()) {
      definition.withArray("/enum").add(Json.MAPPER.<JsonNode>valueToTree(constant));
    }
    return definition;
  }

  private static ObjectNode node(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static Discriminator discriminator(Class<?> parent, Class<?> kind) {
    AnnotatedClass annotated = annotated(parent);
    JsonTypeInfo.Value info =
        CONFIG.getAnnotationIntrospector().findPolymorphicTypeInfo(CONFIG, annotated);
    String name =
        CONFIG.getSubtypeResolver().collectAndResolveSubtypesByClass(CONFIG, annotated).stream()
            .filter(named -> named.getType().equals(kind) && named.hasName())
            .map(NamedType::getName)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(kind + " has no name in Json"));
    return new Discriminator(info.getPropertyName(), name);
  }

  private static AnnotatedClass annotated(Class<?> type) {
    return CONFIG
        .classIntrospectorInstance()
        .introspectClassAnnotations(CONFIG.constructType(type));
  }
}
