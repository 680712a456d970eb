package io.gistmill.digest.mailroom;

import java.util.List;

/// What a digest shows of a choice.
///
/// @param stories in the order of the digest
/// @param more how many further stories of the choice are left out
record Shown(List<RankedStory> stories, int more) {}
