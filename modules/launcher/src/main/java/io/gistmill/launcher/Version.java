package io.gistmill.launcher;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version as the build wrote it into the jar.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"gistmill " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}
