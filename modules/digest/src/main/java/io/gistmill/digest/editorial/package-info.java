/// Rules of an editor: what of a window's stories a reader is told, in which order, and how much.
///
/// Plain rules over what they are handed: they keep nothing, know no clock and count in [Fixed].
@NullMarked
package io.gistmill.digest.editorial;

import org.jspecify.annotations.NullMarked;
