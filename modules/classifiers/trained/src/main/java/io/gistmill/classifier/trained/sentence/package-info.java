/// Vectors of whole sentences, by an engine that may be on the class path or not.
///
/// Start reading at [SentenceEmbedder].
@NullMarked
package io.gistmill.classifier.trained.sentence;

import org.jspecify.annotations.NullMarked;
