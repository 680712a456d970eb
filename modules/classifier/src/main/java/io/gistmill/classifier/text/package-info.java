/// How the signs of a text are told apart.
@NullMarked
package io.gistmill.classifier.text;

import org.jspecify.annotations.NullMarked;
