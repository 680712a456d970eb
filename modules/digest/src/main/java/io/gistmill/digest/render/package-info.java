/// What a reader gets to see of a digest: as JSON, Markdown, HTML and plain text.
///
/// Labels are English and dates are ISO's; the same digest gives the same bytes on every machine.
@NullMarked
package io.gistmill.digest.render;

import org.jspecify.annotations.NullMarked;
