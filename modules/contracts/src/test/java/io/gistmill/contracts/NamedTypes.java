package io.gistmill.contracts;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Adds to each kind of a sealed type the field that names it, as a constant.
final class NamedTypes implements CustomDefinitionProviderV2 {

  @Override
  public @Nullable CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    JsonShape.Discriminator named = JsonShape.discriminator(type.getErasedType());
    if (named == null) {
      return null;
    }
    ObjectNode definition = context.createStandardDefinition(type, this);
    definition.set("properties", withConstant(definition.withObject("/properties"), named));
    definition.set("required", withName(definition.withArray("/required"), named));
    return new CustomDefinition(
        definition,
        CustomDefinition.DefinitionType.STANDARD,
        CustomDefinition.AttributeInclusion.NO);
  }

  private static ObjectNode withConstant(ObjectNode properties, JsonShape.Discriminator named) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.putObject(named.field()).put("const", named.value());
    all.setAll(properties);
    return all;
  }

  private static ArrayNode withName(ArrayNode required, JsonShape.Discriminator named) {
    return JsonNodeFactory.instance.arrayNode().add(named.field()).addAll(required);
  }
}
