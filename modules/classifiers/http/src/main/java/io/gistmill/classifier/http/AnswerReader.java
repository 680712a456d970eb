package io.gistmill.classifier.http;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the service answered. What is wrong with the whole answer fails all of its posts,
/// what is wrong with one outcome fails that post alone. Fields that are not known are passed over,
/// so that the form can grow.
final class AnswerReader {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MAX_REASON = 300;

  private final String id;
  private final TagReader tags;
  private final Optional<String> service;

  /// @param id of the classifier, as it stands in outcomes
  /// @param topics that it may give
  /// @param service name and version that the answer must name; empty where any will do
  AnswerReader(String id, Set<String> topics, Optional<String> service) {
    this.id = id;
    this.tags = new TagReader(id, topics);
    this.service = service;
  }

  /// One outcome for each post.
  List<Outcome> read(byte[] body, List<Post> posts) {
    try {
      JsonNode outcomes = outcomes(body, posts.size());
      var read = new ArrayList<Outcome>();
      for (int i = 0; i < posts.size(); i++) {
        read.add(outcome(outcomes.get(i), "outcomes[" + i + "]", posts.get(i)));
      }
      return read;
    } catch (JacksonException e) {
      return failed(posts, "the service answered what is no JSON");
    } catch (NonsenseException e) {
      return failed(posts, nonsense(e));
    }
  }

  private JsonNode outcomes(byte[] body, int posts) throws NonsenseException {
    JsonNode answer = JSON.readTree(body);
    JsonNode version = answer.path("version");
    if (!version.isInt() || version.intValue() != RequestWriter.VERSION) {
      throw new NonsenseException("version", "should be " + RequestWriter.VERSION);
    }
    checkService(answer.path("classifier"));
    JsonNode outcomes = answer.path("outcomes");
    if (!outcomes.isArray()) {
      throw new NonsenseException("outcomes", "should be a list");
    }
    if (outcomes.size() != posts) {
      throw new NonsenseException(
          "outcomes", "should hold " + posts + ", one for each post, but holds " + outcomes.size());
    }
    return outcomes;
  }

  private void checkService(JsonNode classifier) throws NonsenseException {
    if (service.isEmpty()) {
      return;
    }
    String named = classifier.isString() ? classifier.stringValue() : "";
    if (!named.equals(service.get())) {
      throw new NonsenseException(
          "classifier",
          "is '"
              + shortened(named)
              + "', but classifier.yml expects '"
              + service.get()
              + "'; if the new one is wanted, set service to it");
    }
  }

  private Outcome outcome(JsonNode outcome, String place, Post post) {
    try {
      JsonNode failed = outcome.path("failed");
      if (failed.isString()) {
        return new Outcome.Failed(id, shortened("the service says: " + failed.stringValue()));
      }
      return new Outcome.Tagged(id, tags.read(outcome.path("tags"), place + ".tags", post));
    } catch (NonsenseException e) {
      return new Outcome.Failed(id, nonsense(e));
    }
  }

  private static String nonsense(NonsenseException e) {
    return shortened("the service answered nonsense: " + e.getMessage());
  }

  List<Outcome> failed(List<Post> posts, String reason) {
    Outcome failed = new Outcome.Failed(id, shortened(reason));
    return posts.stream().map(post -> failed).toList();
  }

  private static String shortened(String reason) {
    return reason.length() <= MAX_REASON
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, MAX_REASON / 2)) + "...";
  }
}
