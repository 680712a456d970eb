/// Takes committed digests and hands each over to its reader, by mail or webhook.
@NullMarked
package io.gistmill.digest.courier;

import org.jspecify.annotations.NullMarked;
