/// Stored queries of subscribers: read and checked once, then asked of the posts of a window.
@NullMarked
package io.gistmill.query;

import org.jspecify.annotations.NullMarked;
