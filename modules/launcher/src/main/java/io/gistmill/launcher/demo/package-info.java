/// The whole of Gistmill on one machine, with sample posts flowing in and time running fast.
@NullMarked
package io.gistmill.launcher.demo;

import org.jspecify.annotations.NullMarked;
