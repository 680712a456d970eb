package io.gistmill.launcher.replay;

import io.gistmill.domain.StoryPost;

/// A post as a story tells it.
///
/// @param story the id under which it was told
record Told(String story, StoryPost post) {}
