/// How many posts a second pass one stage, and how many pass a stage that does nothing.
@NullMarked
package io.gistmill.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
