package io.gistmill.producer.http;

import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.producer.publish.SwitchPublisher;
import io.gistmill.runtime.http.Refusal;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `POST /api/switches`.
final class SwitchIntake {

  private static final int MOST_SWITCHES = 50;
  private static final int MOST_TOPICS = 500;

  /// The part that says how sure classifiers must be.
  private static final String THRESHOLDS = "thresholds";

  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._+-]{1,64}");
  private static final BoundedBody BODIES = new BoundedBody(2 << 20);

  private final SwitchPublisher publisher;

  SwitchIntake(SwitchPublisher publisher) {
    this.publisher = publisher;
  }

  void take(Context ctx) {
    JsonNode body = JsonBytes.object(BODIES.read(ctx));
    Optional<String> damage = SoundText.damage(body);
    if (damage.isPresent()) {
      throw Refusal.unreadable(damage.get(), "send sound text");
    }
    List<ClassifierSwitch> all = all(body);
    all.forEach(SwitchIntake::check);
    Publications.require(publisher.publish(all));
    Answers.json(ctx, Switched.of(all));
  }

  /// One switch, or a list of some that belong together.
  private static List<ClassifierSwitch> all(JsonNode body) {
    JsonNode list = body.path("switches");
    if (list.isMissingNode()) {
      return List.of(read(body));
    }
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_SWITCHES) {
      throw Refusal.unreadable(
          "switches is no list of 1 to " + MOST_SWITCHES + " switches",
          "list those that belong together");
    }
    return list.valueStream().map(SwitchIntake::read).toList();
  }

  private static ClassifierSwitch read(JsonNode body) {
    if (!body.isObject()) {
      throw Refusal.unreadable(
          "a switch is no JSON object", "give each as an object with classifier and version");
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
    if (to.rests() && to.classifier().equals(THRESHOLDS)) {
      throw Refusal.unreadable(
          "thresholds cannot be switched off", "switch to others, such as a general one of 0");
    }
    if (to.topics().size() > MOST_TOPICS) {
      throw Refusal.unreadable(
          "the switch names more than " + MOST_TOPICS + " topics", "name fewer");
    }
    Slugs.require(to.topics().keySet());
  }

  /// @param classifier name and version of all, with commas
  private record Switched(String classifier, int topics) {
    static Switched of(List<ClassifierSwitch> all) {
      return new Switched(
          all.stream().map(ClassifierSwitch::id).collect(Collectors.joining(", ")),
          (int) all.stream().flatMap(to -> to.topics().keySet().stream()).distinct().count());
    }
  }
}
