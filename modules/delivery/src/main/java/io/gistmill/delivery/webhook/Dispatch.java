package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Message;
import io.gistmill.domain.Contact.Endpoint;
import java.time.Instant;

/// One try of one message.
///
/// @param at when it is made
record Dispatch(
    Message message, String subscriber, Endpoint endpoint, HookAddress address, Instant at) {}
