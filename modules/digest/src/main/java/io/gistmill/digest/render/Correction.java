package io.gistmill.digest.render;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Says that a post which an earlier digest showed is no longer what it was.
///
/// @param headline as it was shown
/// @param language of headline and correction, as BCP 47 has it
/// @param now the headline as it is; null when the post was withdrawn
/// @param byline who wrote it
/// @param link an http or https address, or null
/// @param shown the day of the digest that showed it, in the subscriber's zone
public record Correction(
    String headline,
    String language,
    @Nullable String now,
    String byline,
    @Nullable String link,
    LocalDate shown) {}
