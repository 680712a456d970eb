package io.gistmill.launcher.classify;

import io.gistmill.contracts.Json;
import io.gistmill.launcher.files.Input;
import io.gistmill.launcher.files.Inputs;
import io.gistmill.launcher.files.Source;
import io.gistmill.launcher.judge.Judge;
import java.io.IOException;
import java.io.PrintWriter;

/// Writes one line of JSON for each input, in their order.
final class Classification {

  private final Judge judge;
  private final PrintWriter out;
  private final boolean all;
  private long errors;

  /// @param all whether to show the confidences of topics that are not given too
  Classification(Judge judge, PrintWriter out, boolean all) {
    this.judge = judge;
    this.out = out;
    this.all = all;
  }

  /// @return how many lines tell an error
  long run(Source posts) throws IOException {
    Inputs.read(posts, input -> write(line(input)));
    if (out.checkError()) {
      throw new IOException("the result could not be written to its end; is the disk full?");
    }
    return errors;
  }

  private ClassifiedLine line(Input input) {
    return switch (input) {
      case Input.Read read -> ClassifiedLine.of(read, judge.judge(read.post()), all);
      case Input.Unread unread -> ClassifiedLine.of(unread);
    };
  }

  private void write(ClassifiedLine line) {
    errors += line.error() == null ? 0 : 1;
    out.print(Json.MAPPER.writeValueAsString(line));
    out.print('\n');
  }
}
