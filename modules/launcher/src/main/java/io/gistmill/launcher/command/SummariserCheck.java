package io.gistmill.launcher.command;

import io.gistmill.classifier.plugin.SummariserFile;
import io.gistmill.launcher.config.GistmillConfig;

/// Reads the file that says who writes summaries; nobody is asked.
final class SummariserCheck {

  private static final String WHAT = "summary";

  private SummariserCheck() {}

  static Finding of(GistmillConfig.Summariser wanted) {
    try {
      var factory = SummariserFile.read(wanted.settings(), SummariserCheck.class.getClassLoader());
      return new Finding(true, WHAT, factory.id() + " writes what is shown, and is marked");
    } catch (IllegalArgumentException e) {
      return new Finding(false, WHAT, "summariser.settings: " + e.getMessage());
    }
  }
}
