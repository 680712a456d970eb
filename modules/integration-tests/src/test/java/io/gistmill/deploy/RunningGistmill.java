package io.gistmill.deploy;

import io.gistmill.processes.GistmillProcess;
import io.gistmill.processes.Http;
import io.gistmill.testsupport.process.ChildJvm;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `gistmill run` in a process of its own, and what it answers.
record RunningGistmill(GistmillProcess process) implements AutoCloseable {

  private static final String TOKEN = "token-of-this-test";

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
    return new RunningGistmill(
        GistmillProcess.start(folder.resolve("run.log"), arguments.toArray(String[]::new)));
  }

  ChildJvm jvm() {
    return process.jvm();
  }

  String get(String path) throws IOException, InterruptedException {
    return body(Http.get(process.url().resolve(path)));
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return body(Http.post(process.url().resolve(path), TOKEN, json));
  }

  private String body(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer + ": " + answer.body() + "\n" + jvm().tail());
    }
    return answer.body();
  }

  @Override
  public void close() {
    process.close();
  }
}
