package io.gistmill.launcher.command;

/// What came of one try.
///
/// @param what was tried
/// @param says for people; the mend where it is not good
record Finding(boolean good, String what, String says) {}
