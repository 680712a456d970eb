/// Writes digests as mails into a folder, for a laptop and for a look at what would be sent.
@NullMarked
package io.gistmill.digest.outbox;

import org.jspecify.annotations.NullMarked;
