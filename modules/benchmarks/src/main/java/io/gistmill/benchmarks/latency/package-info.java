/// How long a post takes from its sender to those who follow its topic live.
@NullMarked
package io.gistmill.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
