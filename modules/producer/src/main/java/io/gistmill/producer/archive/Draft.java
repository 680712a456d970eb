package io.gistmill.producer.archive;

import io.gistmill.domain.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post as its archive gives it, before its date is settled and its id derived.
///
/// @param line where it begins, from 1
/// @param id as the archive gives it, null to derive it
/// @param inferred true when the archive itself says that the date was inferred
/// @param bytes a rough measure of what it takes in memory
record Draft(
    long line,
    @Nullable String id,
    String author,
    @Nullable String handle,
    DateText date,
    boolean inferred,
    @Nullable String link,
    @Nullable String title,
    String text,
    List<Quote> quoted,
    List<String> notes,
    List<String> links,
    long bytes) {}
