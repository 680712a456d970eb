/// How fast a desk folds posts into stories.
@NullMarked
package io.gistmill.benchmarks.desk;

import org.jspecify.annotations.NullMarked;
