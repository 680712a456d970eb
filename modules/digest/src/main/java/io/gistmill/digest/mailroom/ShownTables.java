package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.ShownPage;
import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.runtime.state.Table;

/// What a mailroom remembers of the digests that it made.
///
/// A subscription takes a row of some 130 bytes for each of its digests. What these showed lies in
/// pages, which all subscriptions with the same digest share: a million unfiltered daily readers
/// come to 28 rows each, 4 GB over all partitions, and a few thousand pages.
///
/// @param pages what digests showed, by cut and hash of the page
/// @param issued digests, by subscription and cut
/// @param weeks counts of weeks, by window and route
/// @param owed what must be taken back in the next digest, by subscription
/// @param aliases stories that became one since the first digest, by bucket and the younger id; the
///   copy of the stories may have lost them when a replay runs ahead
public record ShownTables(
    Table<ShownPage> pages,
    Table<Issued> issued,
    Table<WeekCounts> weeks,
    Table<Owed> owed,
    Table<String> aliases) {}
