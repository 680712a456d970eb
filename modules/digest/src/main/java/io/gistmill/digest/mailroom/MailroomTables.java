package io.gistmill.digest.mailroom;

import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.runtime.state.Table;

/// Everything that a mailroom remembers.
///
/// @param inbox events not yet worked off, by order of arrival
/// @param pending changes that wait for the next tick, by subscriber
/// @param subscribers what each subscriber has now, by subscriber
/// @param subscriptions by subscription id
/// @param due subscription ids, by next cut and subscription id
/// @param progress one entry
/// @param shown what digests showed
public record MailroomTables(
    Table<SubscriptionEvent> inbox,
    Table<SubscriptionEvent.Subscribed> pending,
    Table<SubscriptionEvent.Subscribed> subscribers,
    Table<Standing> subscriptions,
    Table<String> due,
    Table<Progress> progress,
    ShownTables shown) {}
