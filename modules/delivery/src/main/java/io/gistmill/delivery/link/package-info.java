/// Signed links that expire: whoever holds one may do what it says, without password and cookie.
@NullMarked
package io.gistmill.delivery.link;

import org.jspecify.annotations.NullMarked;
