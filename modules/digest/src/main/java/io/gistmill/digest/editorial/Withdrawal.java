package io.gistmill.digest.editorial;

/// A post that was taken back.
///
/// @param post its id
/// @param story that told it, after aliases
public record Withdrawal(String post, String story) {}
