package io.gistmill.delivery.mail.bounce;

import io.gistmill.domain.BounceKind;
import org.jspecify.annotations.Nullable;

/// What came back for one mail.
///
/// @param digest the id of the message, as far as the report tells; null where it does not
/// @param proven whether the report carries our own mark of that mail: anybody can write a report,
///   only those who had the mail can bring its mark. Act on proven ones alone.
/// @param recipient the address that failed or complained; null where it is hidden
/// @param diagnostic one line
public record Bounce(
    @Nullable String digest,
    boolean proven,
    @Nullable String recipient,
    BounceKind kind,
    String diagnostic) {}
