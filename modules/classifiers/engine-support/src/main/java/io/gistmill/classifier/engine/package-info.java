/// What engines need that make classifiers out of settings: settings that are refused with all
/// their mistakes, secrets, and evidence that is found in a post.
///
/// Start reading at [EngineSettings].
@NullMarked
package io.gistmill.classifier.engine;

import org.jspecify.annotations.NullMarked;
