@NullMarked
package io.gistmill.launcher.candidate;

import org.jspecify.annotations.NullMarked;
