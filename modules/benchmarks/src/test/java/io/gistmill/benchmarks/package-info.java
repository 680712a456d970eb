@NullMarked
package io.gistmill.benchmarks;

import org.jspecify.annotations.NullMarked;
