@NullMarked
package io.gistmill.launcher.retag;

import org.jspecify.annotations.NullMarked;
