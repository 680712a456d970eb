package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;

/// A post that was taken back.
///
/// @param story that told it, after aliases
/// @param said what it said last, in the revision that takes it back
public record Withdrawal(String story, Digest.PostRef said) {}
