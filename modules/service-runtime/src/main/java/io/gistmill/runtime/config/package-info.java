/// Settings out of the command line, the environment and a file, with all mistakes told at once.
@NullMarked
package io.gistmill.runtime.config;

import org.jspecify.annotations.NullMarked;
