package io.gistmill.producer.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands before a post's text.
///
/// @param author display name, else the account, else empty
/// @param link the post's own address, null where the header gives none
/// @param leading addresses that stand in the header but are not the post's own: they belong to the
///   text
/// @param bodyStart index of the first line of the text
record Header(
    String author,
    @Nullable String handle,
    DateText date,
    @Nullable String link,
    List<String> leading,
    int bodyStart) {}
