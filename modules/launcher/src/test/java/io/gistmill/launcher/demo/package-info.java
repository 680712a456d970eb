@NullMarked
package io.gistmill.launcher.demo;

import org.jspecify.annotations.NullMarked;
