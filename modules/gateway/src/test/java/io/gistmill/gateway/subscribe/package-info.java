@NullMarked
package io.gistmill.gateway.subscribe;

import org.jspecify.annotations.NullMarked;
