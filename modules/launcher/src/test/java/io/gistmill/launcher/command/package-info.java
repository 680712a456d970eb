@NullMarked
package io.gistmill.launcher.command;

import org.jspecify.annotations.NullMarked;
