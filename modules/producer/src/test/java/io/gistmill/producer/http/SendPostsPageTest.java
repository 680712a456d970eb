package io.gistmill.producer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Topics;
import io.gistmill.testsupport.kafka.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every command of the page does what the page says.
class SendPostsPageTest {

  private static final Topics TOPICS = new Topics("page", 2, 1);
  private static final Path PAGE =
      Path.of(System.getProperty("gistmill.root", "."), "docs/how-to/send-posts.md");
  private static final Pattern COMMAND =
      Pattern.compile("```bash\n(curl .*?)\n```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @Test
  void everyCommandIsAccepted() throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    List<String> commands = COMMAND.matcher(page).results().map(match -> match.group(1)).toList();
    try (TestBroker broker = TestBroker.start()) {
      broker.create(TOPICS.all());
      broker.create(List.of(TOPICS.stream("rag"), TOPICS.stream("models")));
      try (Intake intake = Intake.start(broker.bootstrapServers(), TOPICS)) {

        List<Answer> answers =
            commands.stream().map(command -> intake.send(request(command, intake))).toList();

        assertThat(answers).hasSize(5).allMatch(answer -> answer.status() == 200);
        assertThat(answers.subList(0, 3)).allMatch(answer -> answer.count("rejected") == 0);
        assertThat(answers.get(1).count("accepted")).isEqualTo(2);
      }
    }
  }

  private static HttpRequest request(String command, Intake intake) {
    List<String> words = words(command.replace("\\\n", " "));
    var request = HttpRequest.newBuilder();
    String method = "GET";
    String body = "";
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "-X" -> method = words.get(++i);
        case "-H" -> header(request, words.get(++i));
        case "-d", "--data-binary" -> body = content(words.get(++i));
        default -> request.uri(at(intake, word));
      }
    }
    return request.method(method, HttpRequest.BodyPublishers.ofString(body)).build();
  }

  private static URI at(Intake intake, String address) {
    assertThat(address).startsWith("http://localhost:8080/");
    return intake.uri(address.substring("http://localhost:8080".length()));
  }

  private static void header(HttpRequest.Builder request, String header) {
    int colon = header.indexOf(':');
    request.header(
        header.substring(0, colon),
        header.substring(colon + 1).strip().replace("$TOKEN", Intake.TOKEN));
  }

  private static String content(String data) {
    return data.equals("@posts.jsonl") ? "{\"text\":\"line 1\"}\n{\"text\":\"line 2\"}\n" : data;
  }

  private static List<String> words(String command) {
    var words = new ArrayList<String>();
    WORD.matcher(command).results().map(SendPostsPageTest::word).forEach(words::add);
    return words;
  }

  private static String word(MatchResult match) {
    return match.group().startsWith("\"")
        ? match.group(1)
        : match.group().startsWith("'") ? match.group(2) : match.group();
  }
}
