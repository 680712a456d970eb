@NullMarked
package io.gistmill.launcher.classify;

import org.jspecify.annotations.NullMarked;
