/// Hands mails to a mail server.
@NullMarked
package io.gistmill.delivery.mail.smtp;

import org.jspecify.annotations.NullMarked;
