package io.gistmill.classifier.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.TestPosts;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Outcome;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpErrors;
import io.gistmill.runtime.http.HttpRoutes;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClassifierRoutesTest {

  @TempDir private Path folder;

  private final List<ClassifierSwitch> written = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Taggers taggers;
  private Javalin server;

  @BeforeEach
  void serve() {
    taggers = BirchOnly.taggers(folder);
    var token = new ApiToken(new Secret("letmein"));
    List<HttpRoutes> all =
        List.of(
            new HttpErrors(1 << 20),
            token,
            new ClassifierRoutes(taggers, written::add, token, () -> true));
    server =
        Javalin.create(config -> all.forEach(each -> each.addTo(config.routes)))
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
    client.close();
    taggers.close();
  }

  @Test
  void eachClassifierIsShownWithWhatItHasDone() throws Exception {
    // given
    Tagger tagger = taggers.with(new TreeMap<>());
    tagger.tag(TestPosts.post("p1", "a mill"));
    tagger.tag(TestPosts.post("p2", "<b>"));

    // when
    HttpResponse<String> answer = get("/api/classifiers", true);

    // then
    assertThat(answer.body())
        .contains(
            "\"name\":\"birch\",\"version\":\"1\",\"state\":\"runs\",\"on\":true,"
                + "\"circuit\":\"closed\",\"topics\":1",
            "\"calls\":2",
            "\"answers\":1,\"failures\":{\"reported\":1},"
                + "\"lastReason\":\"<b> on host-7 is too much\",\"tags\":1,\"tagsKept\":1,"
                + "\"waiting\":0");
  }

  @Test
  void thePageShowsTheSameWithoutTheReason() throws Exception {
    taggers.with(new TreeMap<>()).tag(TestPosts.post("p2", "<b>"));

    HttpResponse<String> page = get("/classifiers", false);

    assertThat(page.body())
        .contains("<span class=\"badge\">runs</span>", "1 reported", "href=\"/topics\"")
        .doesNotContain("host-7");
  }

  @Test
  void oneIsSwitchedOffAndOn() throws Exception {
    // given
    taggers.with(new TreeMap<>());

    // when
    HttpResponse<String> off = post("birch", "{\"on\": false}", true);
    HttpResponse<String> on = post("birch", "{\"on\": true}", true);

    // then
    assertThat(off.body()).contains("\"on\":false");
    assertThat(on.body()).contains("\"on\":true");
    assertThat(written).extracting(ClassifierSwitch::rests).containsExactly(true, false);
    assertThat(written).extracting(ClassifierSwitch::id).containsOnly("birch@1");
  }

  @Test
  void oneAtRestIsNotAskedAndItsTopicsStayKnown() throws Exception {
    // given
    taggers.with(new TreeMap<>());
    post("birch", "{\"on\": false}", true);
    var switches = new TreeMap<String, ClassifierSwitch>();
    switches.put("birch", written.getFirst());

    // when
    Tagger resting = taggers.with(switches);
    List<Outcome> outcomes = resting.tag(TestPosts.post("p1", "a mill")).outcomes();

    // then
    assertThat(outcomes).isEmpty();
    assertThat(resting.topics()).containsExactly("mill");
    assertThat(get("/api/classifiers", true).body()).contains("\"on\":false");
  }

  @Test
  void whatWasSwitchedToBeforeAndAgainIsShown() throws Exception {
    // given
    var on = new TreeMap<String, ClassifierSwitch>();
    var off = new TreeMap<String, ClassifierSwitch>();
    taggers.with(on);
    post("birch", "{\"on\": true}", true);
    on.put("birch", written.getFirst());
    off.put("birch", written.getFirst().switchedOff());

    // when
    var shown = new ArrayList<String>();
    for (TreeMap<String, ClassifierSwitch> next : List.of(off, on, off, on)) {
      taggers.with(next);
      shown.add(get("/api/classifiers", true).body().replaceAll(".*\"on\":(\\w+).*", "$1"));
    }

    // then
    assertThat(shown).containsExactly("false", "true", "false", "true");
  }

  @Test
  void whoWorksOnNoPostsSwitchesNothing() throws Exception {
    HttpResponse<String> off = post("birch", "{\"on\": false}", true);

    assertThat(off.statusCode()).isEqualTo(503);
    assertThat(off.body()).contains("ask a process that has a partition");
    assertThat(written).isEmpty();
    assertThat(get("/api/classifiers", true).body()).contains("\"atWork\":false");
    assertThat(get("/classifiers", false).body()).contains("works on no posts now");
  }

  @Test
  void whoHasNoTokenSeesNoReasonAndSwitchesNothing() throws Exception {
    assertThat(get("/api/classifiers", false).statusCode()).isEqualTo(401);
    assertThat(post("birch", "{\"on\": false}", false).statusCode()).isEqualTo(401);
    assertThat(written).isEmpty();
  }

  @Test
  void whatCannotBeDoneIsToldWithItsMend() throws Exception {
    HttpResponse<String> unknown = post("elm", "{\"on\": true}", true);
    HttpResponse<String> unclear = post("birch", "{\"on\": \"perhaps\"}", true);
    HttpResponse<String> broken = post("birch", "{", true);

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("known are birch");
    assertThat(unclear.statusCode()).isEqualTo(400);
    assertThat(broken.statusCode()).isEqualTo(400);
  }

  @Test
  void theTalliesShowAsMetrics() {
    // given
    var registry = new SimpleMeterRegistry();
    ClassifierMeters.bind(taggers.tallies(), registry);

    // when
    Tagger tagger = taggers.with(new TreeMap<>());
    tagger.tag(TestPosts.post("p1", "a mill"));
    tagger.tag(TestPosts.post("p2", "<b>"));

    // then
    // A call is counted once it has returned, which is behind its answer.
    await().until(() -> registry.get("gistmill.classifier.calls").functionCounter().count() == 2);
    assertThat(registry.get("gistmill.classifier.tags.kept").functionCounter().count())
        .isEqualTo(1);
    assertThat(
            registry
                .get("gistmill.classifier.failures")
                .tag("reason", "reported")
                .functionCounter()
                .count())
        .isEqualTo(1);
  }

  private HttpResponse<String> get(String path, boolean known)
      throws IOException, InterruptedException {
    return send(request(path, known).GET());
  }

  private HttpResponse<String> post(String name, String body, boolean known)
      throws IOException, InterruptedException {
    return send(request("/api/classifiers/" + name, known).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, boolean known) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    return known ? request.header("Authorization", "Bearer letmein") : request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
