package io.gistmill.classifier.plugin;

import java.util.List;

/// What a plug-in shares with Gistmill: the only packages besides those of the JDK that it does not
/// bring itself.
///
/// | package | why |
/// |---|---|
/// | `io.gistmill.classifier.api` and below | the types by which both speak |
/// | `io.gistmill.domain` and below | posts, outcomes, tags |
/// | `org.jspecify.annotations` | annotations of these types |
/// | `org.slf4j` and below | so that its log lines stand in Gistmill's log |
///
/// This list is part of what stays compatible: a package may come in, none may leave.
final class SharedPackages {

  static final List<String> NAMES =
      List.of(
          "io.gistmill.classifier.api",
          "io.gistmill.domain",
          "org.jspecify.annotations",
          "org.slf4j");

  private SharedPackages() {}

  /// @param className binary name, such as `org.slf4j.Logger`
  static boolean hold(String className) {
    return NAMES.stream().anyMatch(name -> className.startsWith(name + "."));
  }
}
