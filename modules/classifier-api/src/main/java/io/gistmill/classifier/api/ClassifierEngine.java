package io.gistmill.classifier.api;

import java.nio.file.Path;

/// Makes classifiers out of settings alone, such as the address of a service or the folder of a
/// model, so that a plug-in needs no Java; named in `META-INF/services`.
///
/// A plug-in without jars holds a file `classifier.yml` whose field `engine` names the engine; the
/// other fields are the engine's own.
///
/// What an engine promises beyond what its factories promise:
///
/// 1. It is named in `META-INF/services` of a jar on Gistmill's class path and has a public
///    constructor without parameters.
/// 2. `kind` is unique among the engines and never changes.
/// 3. `factory` looks at nothing but the settings and the folder, and every mistake in them is in
///    the message that it throws, with its mend.
/// 4. The factory's name is the given one; its version tells apart settings by which the same post
///    may get another outcome.
public interface ClassifierEngine {

  /// What `engine` in `classifier.yml` calls it, such as `http`: lower-case letters, digits and
  /// dashes.
  String kind();

  /// The factory of one plug-in. Nothing is connected or loaded yet: that is for
  /// [ClassifierFactory#create].
  ///
  /// @param name of the plug-in, which is that of its folder and of its classifier
  /// @param settings the whole text of `classifier.yml`
  /// @param folder of the plug-in, against which paths in the settings are resolved
  /// @throws IllegalArgumentException naming every mistake of the settings
  ClassifierFactory factory(String name, String settings, Path folder);
}
