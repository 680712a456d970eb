/// The same in JSON, for scripts.
@NullMarked
package io.gistmill.gateway.api;

import org.jspecify.annotations.NullMarked;
