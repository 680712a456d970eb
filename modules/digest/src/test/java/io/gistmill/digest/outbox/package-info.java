@NullMarked
package io.gistmill.digest.outbox;

import org.jspecify.annotations.NullMarked;
