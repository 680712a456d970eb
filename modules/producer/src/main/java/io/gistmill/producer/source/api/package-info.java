/// Sources over HTTP.
@NullMarked
package io.gistmill.producer.source.api;

import org.jspecify.annotations.NullMarked;
