package io.gistmill.launcher.replay;

import java.io.PrintWriter;

/// A line for each quarter of a step.
final class ProgressInLines implements Progress {

  private static final int QUARTERS = 4;

  private final PrintWriter out;
  private String step = "";
  private long shown;

  ProgressInLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void show(String step, long done, long total) {
    long quarter = total <= 0 ? QUARTERS : Math.min(QUARTERS, QUARTERS * done / total);
    if (!step.equals(this.step) || quarter > shown) {
      this.step = step;
      shown = quarter;
      out.println(step + " " + quarter * 100 / QUARTERS + "%");
      out.flush();
    }
  }

  @Override
  public void end() {}
}
