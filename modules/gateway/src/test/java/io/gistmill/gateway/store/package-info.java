@NullMarked
package io.gistmill.gateway.store;

import org.jspecify.annotations.NullMarked;
