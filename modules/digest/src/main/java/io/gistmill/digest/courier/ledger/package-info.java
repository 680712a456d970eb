/// The courier's ledger as a plain state machine: what happens goes in, what is to be written comes
/// out. It knows nothing of Kafka, of peers, nor of the time, but what it is told.
@NullMarked
package io.gistmill.digest.courier.ledger;

import org.jspecify.annotations.NullMarked;
