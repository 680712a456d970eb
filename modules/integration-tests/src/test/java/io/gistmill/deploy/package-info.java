/// What operators are given beside the program: that compose file, image, units and dashboard fit
/// the real command line, settings and measures. Nothing here needs a container engine.
@NullMarked
package io.gistmill.deploy;

import org.jspecify.annotations.NullMarked;
