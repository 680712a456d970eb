/// How posts become grams: spellings made alike, words and runs of characters hashed in one pass.
///
/// Start reading at [PostText].
@NullMarked
package io.gistmill.classifier.trained.text;

import org.jspecify.annotations.NullMarked;
