package io.gistmill.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.Response;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.Result;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectOversizeTest {

  private static final byte[] KEY = {1};

  @ParameterizedTest
  @CsvSource({
    "out, true, RESUME, 1",
    "out, false, FAIL, 0",
    "test-due-changelog, true, FAIL, 0",
    "rejects, true, FAIL, 0",
  })
  void onlyAnOversizeResultIsLeftOut(String topic, boolean oversize, Result result, int rejects) {
    var handler = new RejectOversize();
    handler.configure(Map.of(Rejects.TOPIC_SETTING, "rejects"));
    Exception cause =
        oversize ? new RecordTooLargeException("3 MiB") : new InvalidTopicException("no such");

    Response response =
        handler.handleError(context(), new ProducerRecord<>(topic, KEY, new byte[9]), cause);

    assertThat(response.result()).isEqualTo(result);
    assertThat(response.deadLetterQueueRecords())
        .hasSize(rejects)
        .allSatisfy(record -> assertThat(record.key()).isEqualTo(KEY))
        .allSatisfy(record -> assertThat(record.value()).isEmpty());
  }

  private static ErrorHandlerContext context() {
    return new DefaultErrorHandlerContext(
        null, "in", 0, 7, null, "stage", new TaskId(0, 0), 0, null, null);
  }
}
