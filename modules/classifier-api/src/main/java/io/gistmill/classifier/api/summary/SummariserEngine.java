package io.gistmill.classifier.api.summary;

import java.nio.file.Path;

/// Makes summarisers out of a file of settings.
///
/// What an engine promises beyond what its factories promise:
///
/// 1. It is named in `META-INF/services` of a jar on Gistmill's class path and has a public
///    constructor without parameters.
/// 2. `kind` is unique among the engines of summarisers and never changes.
/// 3. `factory` looks at nothing but the settings and the folder, and every mistake in them is in
///    the message that it throws, with its mend.
public interface SummariserEngine {

  /// What `engine` in the file calls it, such as `chat`: lower-case letters, digits and dashes.
  String kind();

  /// Nothing is connected or loaded yet: that is for [SummariserFactory#create].
  ///
  /// @param settings the whole text of the file
  /// @param folder in which the file lies, against which paths in it are resolved
  /// @throws IllegalArgumentException naming every mistake of the settings
  SummariserFactory factory(String settings, Path folder);
}
