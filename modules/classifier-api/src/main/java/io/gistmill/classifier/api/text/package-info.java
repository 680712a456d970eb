/// What more than one reader of texts needs.
@NullMarked
package io.gistmill.classifier.api.text;

import org.jspecify.annotations.NullMarked;
