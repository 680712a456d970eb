/// What Gistmill talks about: posts, tags, stories, subscriptions, digests and the ticks between
/// them.
///
/// Immutable records and sealed types; nothing here knows of Kafka, JSON or a clock.
@NullMarked
package io.gistmill.domain;

import org.jspecify.annotations.NullMarked;
