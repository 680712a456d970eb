package io.gistmill.runtime.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/// Plain records, maps and lists as JSON, for Javalin's own calls.
final class HttpJson implements JsonMapper {

  private static final ObjectMapper JSON = new tools.jackson.databind.json.JsonMapper();

  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  @Override
  public String toJsonString(Object value, Type type) {
    return write(value);
  }

  @Override
  public <T> T fromJsonString(String json, Type type) {
    try {
      return JSON.readValue(json, JSON.constructType(type));
    } catch (JacksonException e) {
      throw new BadRequestResponse("the body is no JSON of the expected form");
    }
  }
}
