/// How many digests a second a mailroom cuts for many subscribers.
@NullMarked
package io.gistmill.benchmarks.cuts;

import org.jspecify.annotations.NullMarked;
