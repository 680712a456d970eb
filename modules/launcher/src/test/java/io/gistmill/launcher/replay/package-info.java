@NullMarked
package io.gistmill.launcher.replay;

import org.jspecify.annotations.NullMarked;
