@NullMarked
package io.gistmill.delivery.mail;

import org.jspecify.annotations.NullMarked;
