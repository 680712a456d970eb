@NullMarked
package io.gistmill.delivery;

import org.jspecify.annotations.NullMarked;
