/// Posts digests to webhooks: by Standard Webhooks 1.0, or in the form that a chat service takes.
@NullMarked
package io.gistmill.delivery.webhook;

import org.jspecify.annotations.NullMarked;
