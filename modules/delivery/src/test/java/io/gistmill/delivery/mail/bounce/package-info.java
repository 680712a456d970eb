@NullMarked
package io.gistmill.delivery.mail.bounce;

import org.jspecify.annotations.NullMarked;
