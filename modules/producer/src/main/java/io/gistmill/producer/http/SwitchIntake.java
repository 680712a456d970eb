package io.gistmill.producer.http;

import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.producer.publish.SwitchPublisher;
import io.gistmill.runtime.http.Refusal;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `POST /api/switches`.
final class SwitchIntake {

  private static final int MOST_TOPICS = 500;
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._+-]{1,64}");
  private static final BoundedBody BODIES = new BoundedBody(1 << 20);

  private final SwitchPublisher publisher;

  SwitchIntake(SwitchPublisher publisher) {
    this.publisher = publisher;
  }

  void take(Context ctx) {
    ClassifierSwitch to = read(JsonBytes.object(BODIES.read(ctx)));
    check(to);
    Publications.require(publisher.publish(to));
    Answers.json(ctx, new Switched(to.id(), to.topics().size()));
  }

  private static ClassifierSwitch read(JsonNode body) {
    Optional<String> damage = SoundText.damage(body);
    if (damage.isPresent()) {
      throw Refusal.unreadable(damage.get(), "send sound text");
    }
    try {
      return Json.MAPPER.treeToValue(body, ClassifierSwitch.class);
    } catch (JacksonException e) {
      throw Refusal.unreadable(
          "this is no switch: " + e.getOriginalMessage(),
          "give classifier, version, configuration and topics (names by slug)");
    }
  }

  private static void check(ClassifierSwitch to) {
    if (!Slugs.isSlug(to.classifier())) {
      throw Refusal.unreadable(
          "classifier is no classifier's name", "write it as in taxonomy@2, before the @");
    }
    if (!VERSION.matcher(to.version()).matches()) {
      throw Refusal.unreadable(
          "version is none", "a version has 1 to 64 letters, digits, '.', '_', '+' and '-'");
    }
    if (to.topics().size() > MOST_TOPICS) {
      throw Refusal.unreadable(
          "the switch names more than " + MOST_TOPICS + " topics", "name fewer");
    }
    Slugs.require(to.topics().keySet());
  }

  private record Switched(String classifier, int topics) {}
}
