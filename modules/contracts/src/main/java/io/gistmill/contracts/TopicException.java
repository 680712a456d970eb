package io.gistmill.contracts;

import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The topics on the cluster are not as the catalogue says, or the cluster did not answer. Each
/// problem names its mend.
public final class TopicException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final List<String> problems;

  TopicException(List<String> problems, @Nullable Throwable cause) {
    super(String.join("\n", problems), cause);
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }

  /// Whether the cluster did not answer in time: it may do so later.
  public boolean isSilence() {
    return getCause() instanceof java.util.concurrent.TimeoutException
        || getCause() instanceof TimeoutException;
  }
}
