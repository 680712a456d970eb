package io.gistmill.digest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.mailroom.RehearsalRig;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpErrors;
import io.gistmill.runtime.http.HttpRoutes;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DigestRoutesTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final RehearsalRig rig = new RehearsalRig();
  private Javalin server = serve(() -> Optional.of(inside()));

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void showsWhatWillBeSent() throws Exception {
    HttpResponse<String> answer = get("preview?subscription=mo-all&format=txt", "letmein");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Headline of p2").doesNotContain("Headline of p1");
    assertThat(answer.headers().firstValue("Gistmill-Digest")).hasValue("mo-all.20231203T0000Z");
    assertThat(answer.headers().firstValue("Gistmill-As-Of")).hasValue("2023-12-02T00:00:00Z");
  }

  @Test
  void makesAgainWhatWasSent() throws Exception {
    HttpResponse<String> answer = get("rebuild?id=mo-all.20231202T0000Z", "letmein");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Headline of p1");
    assertThat(answer.headers().firstValue("Gistmill-Same")).hasValue("true");
  }

  @Test
  void makesAgainWhatWasMailed() throws Exception {
    // given
    rig.flood();

    // when
    String html = get("rebuild?id=mo-all.20231204T0000Z&format=html", "letmein").body();
    String text = get("rebuild?id=mo-all.20231204T0000Z&format=txt", "letmein").body();

    // then
    assertThat(html.length()).isLessThan(75_000);
    assertThat(html).contains("3 more posts tell this.");
    assertThat(text).contains("3 more posts tell this.");
    assertThat(count("<h2", html)).isEqualTo(count("\n\\d+\\.", text)).isBetween(15, 60);
    assertThat(html).contains(100 - count("<h2", html) + " more stories are not shown.");
  }

  private static int count(String pattern, String text) {
    return Math.toIntExact(Pattern.compile(pattern).matcher(text).results().count());
  }

  @Test
  void nobodyLooksWithoutAToken() throws Exception {
    assertThat(get("preview?subscription=mo-all", "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsElsewhereIsLookedForElsewhere() throws Exception {
    HttpResponse<String> answer = get("preview?subscription=wei-all", "letmein");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("ask the one that has its subscriber");
  }

  @Test
  void whoHasJustComeIsNotLookedForElsewhere() throws Exception {
    // given
    rig.subscribe("wei");

    // when
    HttpResponse<String> answer = get("preview?subscription=wei-all&format=txt", "letmein");

    // then
    assertThat(answer.body()).contains("Headline of p2");
  }

  @Test
  void aQuietCutSaysSoAndUpToWhenItKnows() throws Exception {
    HttpResponse<String> answer =
        get("preview?subscription=mo-all&at=2023-12-05T00:00:00Z", "letmein");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains(
            "nothing is sent at 2023-12-05T00:00:00Z, as of 2023-12-02T00:00:00Z;"
                + " posts since then are not in it");
  }

  @Test
  void whatIsWrittenWronglyIsToldWithAnExample() throws Exception {
    assertThat(get("preview", "letmein").body()).contains("subscription is missing");
    assertThat(get("preview?subscription=mo-all&at=noon", "letmein").body())
        .contains("2025-03-05T16:00:00Z");
    assertThat(get("preview?subscription=mo-all&format=pdf", "letmein").body())
        .contains("json, md, html and txt");
  }

  @Test
  void aMailroomThatIsNotReadyAsksForPatience() throws Exception {
    // given
    server.stop();
    server = serve(Optional::empty);

    // when
    HttpResponse<String> answer = get("preview?subscription=mo-all", "letmein");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  private DigestRoutes.Inside inside() {
    return new DigestRoutes.Inside(rig.rehearsal(), rig.stories());
  }

  private static Javalin serve(Supplier<Optional<DigestRoutes.Inside>> mailroom) {
    var token = new ApiToken(new Secret("letmein"));
    List<HttpRoutes> all =
        List.of(
            new HttpErrors(1 << 20),
            token,
            new DigestRoutes(mailroom, UnaryOperator.identity(), token));
    return Javalin.create(config -> all.forEach(routes -> routes.addTo(config.routes)))
        .start("localhost", 0);
  }

  private HttpResponse<String> get(String path, String token)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + server.port() + "/api/digests/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
