@NullMarked
package io.gistmill.digest.courier.api;

import org.jspecify.annotations.NullMarked;
