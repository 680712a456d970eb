package io.gistmill.launcher.train;

import io.gistmill.domain.Post;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A post before corrections.
///
/// @param place file and line, for people
/// @param topics null where nobody said any
/// @param labelled whether it stands there to learn from; what comes from a log need not
record Draft(
    String place, String id, Post post, @Nullable SortedSet<String> topics, boolean labelled) {}
