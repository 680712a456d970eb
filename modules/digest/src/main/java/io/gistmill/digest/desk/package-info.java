/// The desk: folds posts that tell one story together, as plain Java.
@NullMarked
package io.gistmill.digest.desk;

import org.jspecify.annotations.NullMarked;
