@NullMarked
package io.gistmill.digest.editorial;

import org.jspecify.annotations.NullMarked;
