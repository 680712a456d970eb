/// Asks classifiers about posts outside of any stream.
@NullMarked
package io.gistmill.launcher.judge;

import org.jspecify.annotations.NullMarked;
