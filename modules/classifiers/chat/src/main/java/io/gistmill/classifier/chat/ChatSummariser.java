package io.gistmill.classifier.chat;

import io.gistmill.classifier.api.Usage;
import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.classifier.api.summary.Summariser;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the model for a headline and sentences. Beyond a limit it does not wait: a post that goes
/// on with its own words is better than one that comes late.
final class ChatSummariser implements Summariser {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Asking.Reading<Draft> READING = new Sentences();

  private final SummarySettings settings;
  private final Asking asking;

  ChatSummariser(SummarySettings settings, Shared shared, ChatService service) {
    this.settings = settings;
    this.asking = new Asking(settings.service(), shared, service, settings.meaning(), false);
  }

  @Override
  public Draft summarise(Post post, Language language) {
    String user = SummaryPrompt.user(post, language, settings.service().maxChars());
    return asking.ask(user, asking.deadline(), READING);
  }

  @Override
  public List<Usage> usage() {
    return asking.usage();
  }

  private static final class Sentences implements Asking.Reading<Draft> {

    @Override
    public Draft read(String message) {
      try {
        JsonNode answer = JSON.readTree(message);
        JsonNode sentences = answer.path("sentences");
        return sentences.isArray() && !sentences.isEmpty()
            ? new Draft.Written(answer.path("headline").asString(""), texts(sentences))
            : failed("the model answered without a list of sentences");
      } catch (JacksonException e) {
        return failed(
            "the model answered what is no JSON;"
                + " does the service know response_format json_schema?");
      }
    }

    private static List<String> texts(JsonNode sentences) {
      return sentences.valueStream().map(sentence -> sentence.asString("")).toList();
    }

    @Override
    public boolean isUsable(Draft read) {
      return read instanceof Draft.Written;
    }

    @Override
    public Draft failed(String reason) {
      return new Draft.Failed(reason);
    }
  }

  @Override
  public void close() {
    asking.close();
  }
}
