/// The shell around a topology: how it is started, watched, stopped, and what happens to what it
/// cannot read.
@NullMarked
package io.gistmill.runtime;

import org.jspecify.annotations.NullMarked;
