/// Embeds sentences by a small language model that ships with a library and runs on the processor.
///
/// Start reading at [BgeEmbedder].
@NullMarked
package io.gistmill.classifier.embedding;

import org.jspecify.annotations.NullMarked;
