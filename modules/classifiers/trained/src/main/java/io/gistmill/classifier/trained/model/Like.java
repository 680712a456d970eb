package io.gistmill.classifier.trained.model;

import io.gistmill.domain.Fixed;

/// A labelled example that means much the same as a post.
///
/// @param text how the example begins
/// @param similarity the cosine of both sentences, 0 to 1
public record Like(String text, Fixed similarity) {}
