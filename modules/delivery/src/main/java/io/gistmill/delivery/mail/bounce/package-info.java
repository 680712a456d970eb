/// Reads what mail servers send back: failures and complaints.
@NullMarked
package io.gistmill.delivery.mail.bounce;

import org.jspecify.annotations.NullMarked;
