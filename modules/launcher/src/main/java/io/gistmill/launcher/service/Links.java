package io.gistmill.launcher.service;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.link.SignedLinks;
import io.gistmill.digest.courier.OwnerLinks;
import io.gistmill.domain.Delivery;
import java.time.Instant;

/// The links of one owner, which hold from the cut of the digest on, so that each attempt has the
/// same.
record Links(SignedLinks signed) implements OwnerLinks {

  @Override
  public Message.Links of(Delivery delivery) {
    Instant from = delivery.cut();
    String manage = signed.manage(delivery.subscriber(), delivery.subscription(), from).toString();
    String web =
        delivery.tellsOfAnother() ? manage : signed.web(delivery.digest(), from).toString();
    return new Message.Links(
        web,
        manage,
        signed.unsubscribe(delivery.subscriber(), delivery.subscription(), from).toString());
  }
}
