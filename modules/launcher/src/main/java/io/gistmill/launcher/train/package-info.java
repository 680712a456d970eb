/// Learns a model from labels of the user's own.
@NullMarked
package io.gistmill.launcher.train;

import org.jspecify.annotations.NullMarked;
