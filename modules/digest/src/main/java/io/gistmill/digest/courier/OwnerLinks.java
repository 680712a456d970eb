package io.gistmill.digest.courier;

import io.gistmill.delivery.Message;
import io.gistmill.domain.Delivery;

/// Makes the links by which the owner of a delivery reads it on the web, changes or ends it.
@FunctionalInterface
public interface OwnerLinks {

  /// The same for the same delivery, whenever it is asked.
  Message.Links of(Delivery delivery);
}
