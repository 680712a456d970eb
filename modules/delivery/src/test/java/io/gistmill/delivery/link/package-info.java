@NullMarked
package io.gistmill.delivery.link;

import org.jspecify.annotations.NullMarked;
