/// Follows sources: who polls which, and how a poll gets onto the log.
@NullMarked
package io.gistmill.producer.source.follow;

import org.jspecify.annotations.NullMarked;
