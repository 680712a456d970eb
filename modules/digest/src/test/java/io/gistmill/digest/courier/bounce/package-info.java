@NullMarked
package io.gistmill.digest.courier.bounce;

import org.jspecify.annotations.NullMarked;
