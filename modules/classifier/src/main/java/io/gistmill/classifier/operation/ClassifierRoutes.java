package io.gistmill.classifier.operation;

import io.gistmill.classifier.ClassifierState;
import io.gistmill.classifier.Taggers;
import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `/api/classifiers` and the page `/classifiers`: how each classifier stands, and how to switch
/// one off and on while all goes on.
///
/// The API needs the token, for reading too: the reason of a failure may name machines.
public final class ClassifierRoutes implements HttpRoutes {

  private final Taggers taggers;
  private final SwitchWriter switches;
  private final ApiToken token;
  private final BooleanSupplier pages;

  /// @param pages whether this process has the other pages too, so that this one can lead to them
  public ClassifierRoutes(
      Taggers taggers, SwitchWriter switches, ApiToken token, BooleanSupplier pages) {
    this.taggers = taggers;
    this.switches = switches;
    this.token = token;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/classifiers", this::list);
    routes.post("/api/classifiers/{name}", this::turn);
    routes.get("/classifiers", this::page);
  }

  private void list(Context context) {
    token.require(context);
    json(context, Map.of("atWork", taggers.atWork(), "classifiers", views()));
  }

  private void page(Context context) {
    context
        .contentType("text/html; charset=utf-8")
        .result(ClassifierPage.of(views(), taggers.atWork(), pages.getAsBoolean()).html());
  }

  private List<ClassifierView> views() {
    return taggers.states().stream().map(ClassifierView::of).toList();
  }

  /// Takes effect behind all that stands on the log now.
  private void turn(Context context) {
    token.require(context);
    ClassifierState state = named(context.pathParam("name"));
    boolean on = wish(context);
    requireSwitches();
    ClassifierSwitch to = on ? state.to().switchedOn() : state.to().switchedOff();
    switches.write(to);
    json(context, Map.of("classifier", to.id(), "on", on));
  }

  /// Who knows of no switch would write the configuration that came with Gistmill over a later one.
  private void requireSwitches() {
    if (!taggers.atWork()) {
      throw new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          "this process works on no posts, and does not know how its classifiers are switched",
          "wait until it has started, or ask a process that has a partition");
    }
  }

  private ClassifierState named(String name) {
    List<ClassifierState> all = taggers.states();
    return all.stream()
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    HttpStatus.NOT_FOUND,
                    "no classifier has this name",
                    "known are "
                        + String.join(", ", all.stream().map(ClassifierState::name).toList())));
  }

  private static boolean wish(Context context) {
    try {
      JsonNode on = Json.MAPPER.readTree(context.bodyAsBytes()).path("on");
      if (on.isBoolean()) {
        return on.asBoolean();
      }
    } catch (JacksonException e) {
      // Told below.
    }
    throw Refusal.unreadable("it does not say on or off", "send {\"on\": true} or {\"on\": false}");
  }

  private static void json(Context context, Object value) {
    context.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(value));
  }
}
