package io.gistmill.launcher.shadow;

/// What a classifier took.
///
/// @param classifier name and version
/// @param posts that it was asked about; fewer than all where it was left alone after failures
/// @param microsPerPost the mean
/// @param longestMicros the longest call
record Cost(String classifier, long posts, long microsPerPost, long longestMicros) {}
