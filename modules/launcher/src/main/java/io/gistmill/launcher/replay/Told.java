package io.gistmill.launcher.replay;

import io.gistmill.domain.StoryPost;
import java.time.Instant;

/// A post as a story tells it.
///
/// @param story the id under which it was told
/// @param bucket the quarter-hour in which it was told
record Told(String story, Instant bucket, StoryPost post) {}
