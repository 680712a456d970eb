/// The `gistmill` command line. The only place that ends the process.
@NullMarked
package io.gistmill.launcher;

import org.jspecify.annotations.NullMarked;
