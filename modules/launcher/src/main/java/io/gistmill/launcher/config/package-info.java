/// What an operator can set, from the command line, the environment and a file.
@NullMarked
package io.gistmill.launcher.config;

import org.jspecify.annotations.NullMarked;
