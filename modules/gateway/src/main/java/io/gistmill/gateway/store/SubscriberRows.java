package io.gistmill.gateway.store;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.log.Entry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who has subscribed to what. The public editions are nobody, and are left out.
final class SubscriberRows {

  private final Sql sql;

  SubscriberRows(Sql sql) {
    this.sql = sql;
  }

  void apply(SubscriptionEvent event) {
    switch (event) {
      case Subscribed subscribed -> put(subscribed);
      case SubscriptionEvent.Ticked _ -> {}
    }
  }

  private void put(Subscribed subscribed) {
    if (subscribed.subscriber().equals(EditionRows.SUBSCRIBER)) {
      return;
    }
    sql.update(
        "INSERT OR REPLACE INTO subscribers VALUES (?, ?, ?)",
        subscribed.subscriber(),
        address(subscribed.contact()),
        Json.MAPPER.writeValueAsString(subscribed));
    sql.update("DELETE FROM subscriptions WHERE subscriber = ?", subscribed.subscriber());
    for (Subscription each : subscribed.subscriptions()) {
      sql.update(
          "INSERT OR REPLACE INTO subscriptions VALUES (?, ?)", each.id(), subscribed.subscriber());
    }
  }

  void forget(Entry.Forgotten forgotten) {
    sql.update("DELETE FROM subscribers WHERE subscriber = ?", forgotten.subscriber());
    sql.update("DELETE FROM subscriptions WHERE subscriber = ?", forgotten.subscriber());
  }

  private static @Nullable String address(Contact contact) {
    Contact.Mailbox mailbox = contact.mailbox();
    return mailbox == null ? null : mailbox.address().toLowerCase(Locale.ROOT);
  }
}
