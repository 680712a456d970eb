/// What operators see of deliveries, and how they ask for them again, over HTTP.
@NullMarked
package io.gistmill.digest.courier.api;

import org.jspecify.annotations.NullMarked;
