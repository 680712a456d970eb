@NullMarked
package io.gistmill.digest.mailroom;

import org.jspecify.annotations.NullMarked;
