@NullMarked
package io.gistmill.classifier.http;

import org.jspecify.annotations.NullMarked;
