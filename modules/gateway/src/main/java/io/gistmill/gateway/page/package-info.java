/// Pages for people: what they show, and the routes that show it.
@NullMarked
package io.gistmill.gateway.page;

import org.jspecify.annotations.NullMarked;
