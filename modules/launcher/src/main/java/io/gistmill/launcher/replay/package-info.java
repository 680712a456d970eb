/// `gistmill replay`: archives in, digests out, through the whole pipeline.
///
/// Start reading at [io.gistmill.launcher.replay.Replay].
@NullMarked
package io.gistmill.launcher.replay;

import org.jspecify.annotations.NullMarked;
