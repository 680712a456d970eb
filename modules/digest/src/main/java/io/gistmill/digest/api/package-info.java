/// What operators ask of digests over HTTP.
@NullMarked
package io.gistmill.digest.api;

import org.jspecify.annotations.NullMarked;
