@NullMarked
package io.gistmill.delivery.mail.rate;

import org.jspecify.annotations.NullMarked;
