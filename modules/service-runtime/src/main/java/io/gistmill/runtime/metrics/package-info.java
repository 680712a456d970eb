/// What a process measures of itself, and what of that is told.
@NullMarked
package io.gistmill.runtime.metrics;

import org.jspecify.annotations.NullMarked;
