@NullMarked
package io.gistmill.launcher;

import org.jspecify.annotations.NullMarked;
