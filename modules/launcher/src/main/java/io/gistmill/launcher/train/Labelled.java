package io.gistmill.launcher.train;

import io.gistmill.classifier.trained.learn.Example;

/// An example with the place where it stands.
///
/// @param place file and line, for people
public record Labelled(String place, Example example) {}
