/// Keeps watch over how mails are taken, and stops before a domain blocks us.
@NullMarked
package io.gistmill.delivery.mail.rate;

import org.jspecify.annotations.NullMarked;
