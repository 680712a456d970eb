package io.gistmill.gateway.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mail as it lies in the folder.
///
/// @param name of its file
/// @param date of its header, or of the file where that is missing
public record Mail(
    String name,
    String subject,
    String from,
    String to,
    Instant date,
    @Nullable String html,
    @Nullable String text) {}
