@NullMarked
package io.gistmill.digest.courier.ledger;

import org.jspecify.annotations.NullMarked;
