/// What comes in over HTTP: posts, withdrawals, corrections and switches.
@NullMarked
package io.gistmill.producer.http;

import org.jspecify.annotations.NullMarked;
