/// Cuts digests: which subscription gets which stories, and when.
///
/// Plain rules over tables; time comes from ticks alone.
@NullMarked
package io.gistmill.digest.mailroom;

import org.jspecify.annotations.NullMarked;
