package io.gistmill.domain;

/// What stands in `posts`.
public sealed interface PostEvent {

  record Posted(Post post) implements PostEvent {}

  record Ticked(Tick tick) implements PostEvent {}
}
