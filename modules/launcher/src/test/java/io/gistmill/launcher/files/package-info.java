@NullMarked
package io.gistmill.launcher.files;

import org.jspecify.annotations.NullMarked;
