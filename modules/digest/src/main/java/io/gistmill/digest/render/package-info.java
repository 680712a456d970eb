/// What a reader gets to see of a digest: as JSON, Markdown, HTML and plain text.
///
/// Words around the stories are English or Chinese; the same digest gives the same bytes on every
/// machine.
@NullMarked
package io.gistmill.digest.render;

import org.jspecify.annotations.NullMarked;
