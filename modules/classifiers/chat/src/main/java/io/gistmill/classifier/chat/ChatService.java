package io.gistmill.classifier.chat;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.gistmill.classifier.engine.Secret;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.Limits;
import io.gistmill.web.WebClient;
import java.time.Duration;
import java.util.Optional;

/// The service behind the settings: one request with one answer.
final class ChatService implements AutoCloseable {

  private static final int MAX_ANSWER = 1 << 20;
  private static final int MAX_RATIO = 100;

  /// What many services of one's own ask for no more than.
  private static final String NO_KEY = "none";

  private final WebClient client;
  private final GuardedHttp http;
  private final ChatModel model;
  private final SystemMessage system;
  private final ResponseFormat format;

  /// @param system what the model is told
  /// @param format of its answer
  ChatService(
      ServiceSettings settings, Optional<Secret> key, String system, ResponseFormat format) {
    Duration within = settings.timeLimit();
    AddressGuard guard =
        settings.allowPrivate() ? AddressGuard.withPrivate() : AddressGuard.publicOnly();
    this.client = WebClient.keeping(guard, new Limits(within, within, MAX_ANSWER, MAX_RATIO, 0));
    this.http = new GuardedHttp(client, within);
    this.model =
        OpenAiChatModel.builder()
            .httpClientBuilder(http)
            .baseUrl(settings.url().toString())
            .apiKey(key.map(Secret::reveal).orElse(NO_KEY))
            .modelName(settings.model())
            .temperature(0.0)
            .maxTokens(settings.maxOutputTokens())
            .strictJsonSchema(true)
            .timeout(within)
            .maxRetries(0)
            .build();
    this.system = SystemMessage.from(system);
    this.format = format;
  }

  String system() {
    return system.text();
  }

  ResponseFormat format() {
    return format;
  }

  /// What came back.
  ///
  /// @param text of the model's message; empty where it said nothing
  /// @param cutOff whether the answer is longer than was allowed
  /// @param inputTokens less than 0 where the service does not say
  /// @param outputTokens less than 0 where the service does not say
  record Reply(String text, boolean cutOff, int inputTokens, int outputTokens) {}

  /// @throws RuntimeException for [Failure]
  Reply ask(String user, Duration within) {
    http.allow(within);
    ChatResponse response =
        model.chat(
            ChatRequest.builder()
                .messages(system, UserMessage.from(user))
                .responseFormat(format)
                .build());
    String text = response.aiMessage().text();
    return new Reply(
        text == null ? "" : text,
        response.finishReason() == FinishReason.LENGTH,
        count(response, true),
        count(response, false));
  }

  private static int count(ChatResponse response, boolean input) {
    if (response.tokenUsage() == null) {
      return -1;
    }
    Integer count =
        input ? response.tokenUsage().inputTokenCount() : response.tokenUsage().outputTokenCount();
    return count == null ? -1 : count;
  }

  @Override
  public void close() {
    client.close();
  }
}
