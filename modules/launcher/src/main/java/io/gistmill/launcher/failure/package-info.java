/// Says to people what went wrong.
@NullMarked
package io.gistmill.launcher.failure;

import org.jspecify.annotations.NullMarked;
