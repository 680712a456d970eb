/// How what comes back for mails finds its way into the ledger: from a mailbox and over HTTP.
@NullMarked
package io.gistmill.digest.courier.bounce;

import org.jspecify.annotations.NullMarked;
