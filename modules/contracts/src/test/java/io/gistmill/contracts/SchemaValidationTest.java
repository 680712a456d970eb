package io.gistmill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.gistmill.contracts.Examples.Example;
import io.gistmill.domain.PostEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What [Json] writes is what the checked-in schemas describe.
class SchemaValidationTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  static List<Example<?>> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFitsItsSchema(Example<?> example) {
    // given
    Schema schema = schema(Schemas.of(example.type()));
    String json = Json.MAPPER.writerFor(example.type()).writeValueAsString(example.value());

    // when
    List<Error> errors = schema.validate(json, InputFormat.JSON);

    // then
    assertThat(errors).as(json).isEmpty();
  }

  @Test
  void everyKindOfEventHasAnExample() {
    // given
    List<Class<?>> kinds =
        Schemas.ALL.stream()
            .<Class<?>>mapMulti(
                (schema, kind) -> JsonShape.subtypes(schema.type()).forEach(kind::accept))
            .toList();

    // when
    List<Class<?>> shown =
        Examples.all().stream().<Class<?>>map(example -> example.value().getClass()).toList();

    // then
    assertThat(shown).containsAll(kinds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'schema':'tick/2','tick':{'instant':'2025-03-03T00:00:00Z','watched':true}}",
        "{'schema':'tick/1','tick':{'instant':'2025-03-03T00:00:00Z'}}",
        "{'schema':'tick/1','tick':{'instant':'yesterday','watched':true}}",
        "{'schema':'tick/1','tick':{'instant':1741000000,'watched':true}}",
        "{'schema':'posted/1','post':null}"
      })
  void whatJsonNeverWritesDoesNotFit(String json) {
    // given
    Schema schema = schema(Schemas.of(PostEvent.class));

    // when
    List<Error> errors = schema.validate(json.replace('\'', '"'), InputFormat.JSON);

    // then
    assertThat(errors).isNotEmpty();
  }

  static Schema schema(Schemas.Schema schema) {
    try (InputStream file = Json.class.getResourceAsStream("/schemas/" + schema.file())) {
      return REGISTRY.getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
