@NullMarked
package io.gistmill.digest.api;

import org.jspecify.annotations.NullMarked;
