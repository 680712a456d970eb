/// Measures how many digests a second the courier hands over, and what each step costs.
@NullMarked
package io.gistmill.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
