package io.gistmill.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Topics;
import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.launcher.pipeline.LocalPipeline;
import io.gistmill.launcher.pipeline.Pipeline;
import io.gistmill.launcher.pipeline.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Old posts and posts from the future on a broker that deletes old records five times a second:
/// event times must not decide how long a record is kept, nor whether it is taken at all.
class RetentionTest {

  @TempDir Path folder;

  @Test
  void postsOfThePastAndOfTheFutureComeThrough() throws IOException, InterruptedException {
    Path archive = folder.resolve("posts.jsonl");
    Files.write(
        archive,
        List.of(
            post("Ada", "1995-06-01T10:00:00Z", "A neural network reads handwritten digits."),
            post("Ben", "1995-06-01T11:00:00Z", "Another network reads faces."),
            post("Cem", "2023-12-06T10:00:00Z", "A new model was released."),
            post("Dia", "2150-01-01T00:00:00Z", "Greetings from the future.")));

    var files = Replays.run(List.of(archive), folder.resolve("out"), 2, RetentionTest::eagerBroker);

    assertThat(files.get("posts.jsonl").lines()).hasSize(4);
    assertThat(files)
        .containsKeys(
            "digests/daily/1995-06-01/all.json",
            "digests/weekly/1995-W22/all.json",
            "digests/daily/2023-12-06/all.json",
            "digests/daily/2150-01-01/all.json");
    assertThat(files.get("digests/daily/1995-06-01/all.json")).contains("handwritten", "faces");
  }

  private static Pipeline eagerBroker(Path data, Topics topics) {
    BrokerOptions options =
        BrokerOptions.DEFAULT
            .with("log.retention.check.interval.ms", "200")
            .with("log.initial.task.delay.ms", "0")
            .with("log.roll.ms", "500")
            .with("log.cleaner.backoff.ms", "200");
    return LocalPipeline.start(data, topics, EnumSet.allOf(Stage.class), options);
  }

  private static String post(String author, String published, String text) {
    return "{\"author\":\"%s\",\"published\":\"%s\",\"text\":\"%s\"}"
        .replaceFirst("%s", author)
        .replaceFirst("%s", published)
        .replaceFirst("%s", text);
  }
}
