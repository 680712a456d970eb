package io.gistmill.launcher.replay;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Tells a person how far a replay is: a bar on a terminal, a line now and then elsewhere.
public interface Progress {

  /// @param done of `total`
  void show(String step, long done, long total);

  /// The step is over; what is printed next starts on a fresh line.
  void end();

  static Progress on(PrintStream out, boolean terminal) {
    return terminal ? new Bar(out) : new Lines(out);
  }

  /// One line that is drawn again and again.
  final class Bar implements Progress {
    private final PrintStream out;
    private @Nullable ProgressBar bar;

    private Bar(PrintStream out) {
      this.out = out;
    }

    @Override
    public void show(String step, long done, long total) {
      if (bar != null && !bar.getTaskName().equals(step)) {
        end();
      }
      if (bar == null) {
        bar =
            new ProgressBarBuilder()
                .setTaskName(step)
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(total)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
      }
      bar.maxHint(total);
      bar.stepTo(done);
    }

    @Override
    public void end() {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }

  /// A line for each quarter of a step.
  final class Lines implements Progress {
    private final PrintStream out;
    private String step = "";
    private long quarter;

    private Lines(PrintStream out) {
      this.out = out;
    }

    @Override
    public void show(String step, long done, long total) {
      long now = total == 0 ? 4 : Math.min(4, 4 * done / total);
      if (!step.equals(this.step) || now > quarter) {
        this.step = step;
        quarter = now;
        out.println(step + " " + 25 * now + "%");
      }
    }

    @Override
    public void end() {}
  }
}
