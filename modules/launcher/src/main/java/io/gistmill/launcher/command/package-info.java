/// Commands that run Gistmill, or look after its configuration.
@NullMarked
package io.gistmill.launcher.command;

import org.jspecify.annotations.NullMarked;
