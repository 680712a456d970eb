@NullMarked
package io.gistmill.gateway.page;

import org.jspecify.annotations.NullMarked;
