@NullMarked
package io.gistmill.launcher.remote;

import org.jspecify.annotations.NullMarked;
