@NullMarked
package io.gistmill.launcher.plugin;

import org.jspecify.annotations.NullMarked;
