package io.gistmill.producer.source.api;

import org.jspecify.annotations.Nullable;

/// What became of one address that was to be added.
///
/// @param typed as it was asked for
/// @param status `added`, `present` when it is followed already, or `refused`
/// @param id of the source; null when refused
/// @param posts in the feed at this moment; null when it was not tried
record AddResult(
    String typed,
    String status,
    @Nullable String id,
    @Nullable String address,
    @Nullable String title,
    @Nullable Integer posts,
    @Nullable String error,
    @Nullable String mend) {

  static AddResult refused(String typed, String error, String mend) {
    return new AddResult(typed, "refused", null, null, null, null, error, mend);
  }
}
