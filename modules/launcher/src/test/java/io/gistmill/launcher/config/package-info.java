@NullMarked
package io.gistmill.launcher.config;

import org.jspecify.annotations.NullMarked;
