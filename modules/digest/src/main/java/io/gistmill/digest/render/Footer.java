package io.gistmill.digest.render;

import org.jspecify.annotations.Nullable;

/// Links below a digest; http or https addresses. Why one gets it is said from the subscription.
///
/// @param web the digest on the pages, where also the stories stand that a mail has no room for
/// @param manage where the subscription is changed
/// @param unsubscribe where it is ended
public record Footer(@Nullable String web, @Nullable String manage, @Nullable String unsubscribe) {}
