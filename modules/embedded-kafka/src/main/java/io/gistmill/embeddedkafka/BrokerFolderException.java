package io.gistmill.embeddedkafka;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The broker cannot use its folder: it is in use, damaged, foreign or out of reach.
public final class BrokerFolderException extends BrokerException {

  private static final long serialVersionUID = 1;

  private final transient Path folder;

  BrokerFolderException(Path folder, String problem, String mend) {
    this(folder, problem, mend, null);
  }

  BrokerFolderException(Path folder, String problem, String mend, @Nullable Throwable cause) {
    super("the broker cannot use " + folder + ": " + problem + "; " + mend, cause);
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }
}
