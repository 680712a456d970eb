/// Shows what a candidate set of classifiers would change.
@NullMarked
package io.gistmill.launcher.shadow;

import org.jspecify.annotations.NullMarked;
