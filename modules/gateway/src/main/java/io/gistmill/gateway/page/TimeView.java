package io.gistmill.gateway.page;

/// A moment.
///
/// @param iso with offset, for machines
/// @param text for people
public record TimeView(String iso, String text) {}
