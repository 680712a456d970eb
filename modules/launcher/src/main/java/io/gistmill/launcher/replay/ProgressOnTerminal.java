package io.gistmill.launcher.replay;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// One line that is drawn again and again.
final class ProgressOnTerminal implements Progress {

  private static final int WIDTH = 79;
  private static final int REDRAWN_EVERY_MS = 200;

  private final PrintStream out;
  private @Nullable ProgressBar bar;

  ProgressOnTerminal(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(String step, long done, long total) {
    if (bar != null && !bar.getTaskName().equals(step)) {
      end();
    }
    if (bar == null) {
      bar = start(step, total);
    }
    bar.maxHint(total);
    bar.stepTo(done);
  }

  private ProgressBar start(String step, long total) {
    return new ProgressBarBuilder()
        .setTaskName(step)
        .setStyle(ProgressBarStyle.ASCII)
        .setInitialMax(total)
        .setUpdateIntervalMillis(REDRAWN_EVERY_MS)
        .setConsumer(new Line(out))
        .build();
  }

  @Override
  public void end() {
    if (bar != null) {
      bar.close();
      bar = null;
      out.println();
    }
  }

  /// A bar that lives for less than a redraw would not end its own line.
  private static final class Line extends ConsoleProgressBarConsumer {

    Line(PrintStream out) {
      super(out, WIDTH);
    }

    @Override
    public void close() {}
  }
}
