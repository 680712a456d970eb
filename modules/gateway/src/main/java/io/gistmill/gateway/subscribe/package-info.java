/// How people subscribe, change what they get, and leave: by links that only they have, without
/// passwords.
@NullMarked
package io.gistmill.gateway.subscribe;

import org.jspecify.annotations.NullMarked;
