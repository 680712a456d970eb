@NullMarked
package io.gistmill.launcher.evaluate;

import org.jspecify.annotations.NullMarked;
