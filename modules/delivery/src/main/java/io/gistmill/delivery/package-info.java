/// Hands messages to the outside: one attempt at a time, its outcome as data.
@NullMarked
package io.gistmill.delivery;

import org.jspecify.annotations.NullMarked;
