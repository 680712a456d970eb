package io.gistmill.benchmarks.posts;

/// Something in the world that several people post about.
///
/// @param thing its name
/// @param link where one can read of it
record Happening(Subject subject, String thing, String link) {}
