/// Mails that lie as files in a folder.
@NullMarked
package io.gistmill.gateway.mail;

import org.jspecify.annotations.NullMarked;
