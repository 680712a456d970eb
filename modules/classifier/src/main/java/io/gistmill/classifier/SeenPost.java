package io.gistmill.classifier;

import java.time.Instant;

/// What is remembered of a post, to tell a repeat from an edit.
///
/// @param contentHash of the newest revision
/// @param admitted the window of the first revision
/// @param revision the newest one
public record SeenPost(String contentHash, Instant admitted, int revision) {}
