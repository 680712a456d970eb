/// What people see of a running Gistmill: pages, live streams and an API over what stands in the
/// topics.
@NullMarked
package io.gistmill.gateway;

import org.jspecify.annotations.NullMarked;
