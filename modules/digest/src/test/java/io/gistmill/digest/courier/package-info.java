@NullMarked
package io.gistmill.digest.courier;

import org.jspecify.annotations.NullMarked;
