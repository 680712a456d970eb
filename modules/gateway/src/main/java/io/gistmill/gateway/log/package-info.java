/// What the gateway reads from the log, and where it stands in it.
@NullMarked
package io.gistmill.gateway.log;

import org.jspecify.annotations.NullMarked;
