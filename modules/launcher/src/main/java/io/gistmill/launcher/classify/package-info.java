/// Says which topics the posts of a file have.
@NullMarked
package io.gistmill.launcher.classify;

import org.jspecify.annotations.NullMarked;
