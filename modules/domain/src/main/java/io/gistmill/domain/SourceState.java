package io.gistmill.domain;

/// How far the reading of a source has come; committed together with the posts of the poll that
/// made it.
///
/// @param source its id
public record SourceState(String source, SourceMemory memory, SourceSchedule schedule) {}
