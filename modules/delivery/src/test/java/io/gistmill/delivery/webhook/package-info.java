@NullMarked
package io.gistmill.delivery.webhook;

import org.jspecify.annotations.NullMarked;
