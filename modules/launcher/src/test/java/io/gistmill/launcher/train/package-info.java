@NullMarked
package io.gistmill.launcher.train;

import org.jspecify.annotations.NullMarked;
