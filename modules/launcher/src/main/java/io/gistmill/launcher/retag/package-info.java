/// Tags history again.
@NullMarked
package io.gistmill.launcher.retag;

import org.jspecify.annotations.NullMarked;
