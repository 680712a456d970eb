/// Composes and signs mails, and writes them into a folder.
@NullMarked
package io.gistmill.delivery.mail;

import org.jspecify.annotations.NullMarked;
