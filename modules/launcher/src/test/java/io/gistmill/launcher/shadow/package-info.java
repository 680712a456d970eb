@NullMarked
package io.gistmill.launcher.shadow;

import org.jspecify.annotations.NullMarked;
