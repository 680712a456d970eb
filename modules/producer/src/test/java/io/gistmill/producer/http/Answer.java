package io.gistmill.producer.http;

import io.gistmill.contracts.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the server answered.
record Answer(int status, Optional<String> retryAfter, JsonNode json) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(), response.headers().firstValue("Retry-After"), json(response.body()));
  }

  private static JsonNode json(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.stringNode(body);
    }
  }

  String error() {
    return json.path("error").asString();
  }

  long count(String status) {
    return json.path(status).asLong(-1);
  }

  List<String> all(String field) {
    return json.path("results")
        .valueStream()
        .map(result -> result.path(field).asString(""))
        .toList();
  }
}
