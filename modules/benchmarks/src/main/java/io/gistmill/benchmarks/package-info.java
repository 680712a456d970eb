/// What Gistmill takes in time and memory; method and figures stand in `docs/benchmarks.md`.
@NullMarked
package io.gistmill.benchmarks;

import org.jspecify.annotations.NullMarked;
