package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Message.Line;
import io.gistmill.delivery.Recipient;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Messages, endpoints and keys of tests.
final class Samples {

  static final Instant CUT = Instant.parse("2025-03-05T16:00:00Z");
  static final Instant NOW = Instant.parse("2025-03-05T16:00:07Z");
  static final WebhookSecrets SECRETS =
      new WebhookSecrets(new MasterKey("thirty-two bytes for tests alone".getBytes(UTF_8)));

  private static final String WEB = "https://news.example.org/digests/wei-rag.20250305T1600Z";

  private Samples() {}

  /// A digest of stories that look like this one.
  static Message digest(int stories, Line like) {
    List<Line> lines =
        IntStream.rangeClosed(1, stories)
            .mapToObj(
                i -> new Line(i + " " + like.headline(), like.summary(), like.link(), like.note()))
            .toList();
    return message("Daily digest: RAG, 2025-03-05", "en", json(lines), lines);
  }

  static Message digest(int stories) {
    return digest(stories, line("Eight small experts beat one large model"));
  }

  static Line line(String headline) {
    return new Line(
        headline,
        "The router is trained first and then frozen.",
        "https://social.example/tomas/status/303?a=1&b=2",
        "Mixture of experts");
  }

  static Message message(String title, String language, String json, List<Line> lines) {
    return new Message(
        "wei-rag.20250305T1600Z",
        title,
        language,
        "All of it as text.",
        "<p>All of it as a page.</p>",
        json,
        lines,
        new Message.Links(WEB, WEB + "/manage", WEB + "/unsubscribe"),
        null);
  }

  static String json(List<Line> lines) {
    ObjectNode digest = Trees.object();
    digest.put("id", "wei-rag.20250305T1600Z").put("route", "rag").put("cut", CUT.toString());
    digest.put("title", "Daily digest: RAG, 2025-03-05");
    ArrayNode stories = digest.putArray("stories");
    lines.forEach(line -> stories.add(story(stories.size() + 1, line)));
    return Trees.text(digest.put("more", 3));
  }

  private static ObjectNode story(int rank, Line line) {
    ObjectNode story = Trees.object().put("story", "s" + rank).put("rank", rank);
    story.put("score", 0.81).put("headline", line.headline()).put("summary", line.summary());
    story.putArray("posts").addObject().put("id", "p" + rank).put("author", "Tomas Reyes");
    return story;
  }

  static Endpoint endpoint(URI url, Endpoint.Format format) {
    return new Endpoint(url.toString(), format, 1, null, CUT);
  }

  static Recipient recipient(Endpoint endpoint) {
    return new Recipient("wei", new Contact(null, endpoint));
  }

  static Dispatch dispatch(Message message, String url, Endpoint.Format format) {
    Endpoint endpoint = endpoint(URI.create(url), format);
    return new Dispatch(message, "wei", endpoint, HookAddress.parse(url, format), NOW);
  }

  static JsonNode tree(byte[] json) {
    return Trees.parse(json).orElseThrow();
  }

  static JsonNode tree(String json) {
    return tree(json.getBytes(UTF_8));
  }
}
