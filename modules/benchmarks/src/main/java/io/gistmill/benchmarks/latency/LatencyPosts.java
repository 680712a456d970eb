package io.gistmill.benchmarks.latency;

import io.gistmill.contracts.Json;
import java.util.Map;

/// Posts of half a kilobyte that differ in their number alone, and so count as no repeats.
final class LatencyPosts {

  private static final String TEXT =
      """
      %s: our retrieval augmented generation now finds what it should. Notes on the way there: \
      chunks follow the headings of a document and never cut a table, the reranker sees forty \
      candidates and keeps five, and questions that no document answers get no answer. A mixture \
      of experts writes the reply. 检索增强生成的第二版：按标题切块，重排四十取五，答不上来就说不知道。\
      """;

  private LatencyPosts() {}

  static String json(String id) {
    return Json.MAPPER.writeValueAsString(
        Map.of("id", id, "author", "Nell", "text", TEXT.formatted(id)));
  }
}
