/// Feeds: RSS, Atom and JSON Feed become posts.
@NullMarked
package io.gistmill.producer.feed;

import org.jspecify.annotations.NullMarked;
