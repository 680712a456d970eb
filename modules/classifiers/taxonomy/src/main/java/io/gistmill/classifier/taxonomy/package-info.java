/// Tags posts by the terms of a taxonomy file: weighted words in several languages, found in one
/// pass.
///
/// Start reading at [Taxonomy] for the file and at [PostScorer] for how hits become a confidence.
@NullMarked
package io.gistmill.classifier.taxonomy;

import org.jspecify.annotations.NullMarked;
