package io.gistmill.delivery;

import io.gistmill.domain.Contact;

/// To whom a message goes.
public record Recipient(String subscriber, Contact contact) {}
