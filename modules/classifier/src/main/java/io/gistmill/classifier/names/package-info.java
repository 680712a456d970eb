/// Finds what a post names, and the words that tell most of it.
@NullMarked
package io.gistmill.classifier.names;

import org.jspecify.annotations.NullMarked;
