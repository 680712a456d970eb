/// The one HTTP server of a process: routes, health and metrics.
@NullMarked
package io.gistmill.runtime.http;

import org.jspecify.annotations.NullMarked;
