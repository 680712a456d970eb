@NullMarked
package io.gistmill.classifier.trained.model;

import org.jspecify.annotations.NullMarked;
