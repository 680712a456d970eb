package io.gistmill.classifier.chat;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Evidence.Part;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a model answered, and believes none of it: topics must be on the list, and a topic
/// for which no word of the post can be shown is left out.
final class AnswerReader {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerReader.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MAX_EVIDENCE = 10;

  private final String id;
  private final Set<String> topics;

  /// @param id of the classifier
  AnswerReader(String id, Set<String> topics) {
    this.id = id;
    this.topics = topics;
  }

  /// @param answer text of the model's message
  Outcome read(String answer, Post post) {
    try {
      JsonNode tags = JSON.readTree(answer).path("tags");
      return tags.isArray() ? outcome(tags, post) : failed("without a list of tags");
    } catch (JacksonException e) {
      return failed("what is no JSON; does the service know response_format json_schema?");
    }
  }

  private Outcome outcome(JsonNode tags, Post post) {
    Map<String, Tag> read = new LinkedHashMap<>();
    for (JsonNode tag : tags) {
      String topic = tag.path("topic").asString("");
      double confidence = tag.path("confidence").asDouble(Double.NaN);
      if (!topics.contains(topic)) {
        return failed("a topic that classifier.yml does not list");
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        return failed("a confidence for '" + topic + "' that is no number from 0 to 1");
      }
      List<Evidence> evidence = evidence(tag.path("evidence"), topic, post);
      if (!evidence.isEmpty()) {
        read.putIfAbsent(topic, new Tag(topic, Fixed.of(confidence), id, evidence));
      }
    }
    return read.isEmpty() && !tags.isEmpty()
        ? failed("topics, but none of the words that it quotes for them stands in the post")
        : new Outcome.Tagged(id, List.copyOf(read.values()));
  }

  private List<Evidence> evidence(JsonNode quotes, String topic, Post post) {
    return StreamSupport.stream(quotes.spliterator(), false)
        .limit(MAX_EVIDENCE)
        .map(quote -> find(quote, topic, post))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private Optional<Evidence> find(JsonNode quote, String topic, Post post) {
    Part part = Quotes.PARTS.getOrDefault(quote.path("part").asString(""), Part.TEXT);
    Optional<Evidence> found = Quotes.find(post, part, quote.path("quote").asString(""));
    if (found.isEmpty()) {
      LOG.debug(
          "evidence dropped classifier={} postId={} topic={} reason=\"the post lacks the words\"",
          id,
          post.id(),
          topic);
    }
    return found;
  }

  private Outcome failed(String what) {
    return new Outcome.Failed(id, "the model answered " + what);
  }
}
