/// Live streams as Server-Sent Events.
@NullMarked
package io.gistmill.gateway.stream;

import org.jspecify.annotations.NullMarked;
