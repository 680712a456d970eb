/// A courier in a process of its own, against real peers.
@NullMarked
package io.gistmill.courier;

import org.jspecify.annotations.NullMarked;
