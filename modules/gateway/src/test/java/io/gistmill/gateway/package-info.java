@NullMarked
package io.gistmill.gateway;

import org.jspecify.annotations.NullMarked;
