package io.gistmill.deploy;

import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `gistmill run` in a process of its own, and what it answers.
record RunningGistmill(ChildJvm jvm, URI url, HttpClient client) implements AutoCloseable {

  private static final String MAIN = "io.gistmill.launcher.Main";
  private static final String TOKEN = "token-of-this-test";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int HEAP_MEGABYTES = 512;

  /// Starts it on free ports and returns when it answers.
  ///
  /// @param folder for its data and its output
  /// @param options of `gistmill run`, besides those
  static RunningGistmill start(Path folder, String... options) {
    List<String> arguments = new ArrayList<>(List.of("run"));
    for (String setting :
        List.of(
            "data=" + folder.resolve("data"),
            "http.port=0",
            "broker.port=0",
            "api.token=" + TOKEN)) {
      arguments.addAll(List.of("--set", setting));
    }
    arguments.addAll(List.of(options));
    ChildJvm jvm =
        JavaProgram.of(MAIN, arguments.toArray(String[]::new))
            .withHeap(HEAP_MEGABYTES)
            .start(folder.resolve("run.log"));
    String line = jvm.awaitLine("answers on ");
    String url = line.replaceFirst(".* answers on ([^ ,]+),.*", "$1");
    return new RunningGistmill(jvm, URI.create(url), HttpClient.newHttpClient());
  }

  String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(url.resolve(path)).GET());
  }

  String post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", "Bearer " + TOKEN)
            .POST(BodyPublishers.ofString(body)));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer + ": " + answer.body() + "\n" + jvm.tail());
    }
    return answer.body();
  }

  @Override
  public void close() {
    client.close();
    jvm.close();
  }
}
