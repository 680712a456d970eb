@NullMarked
package io.gistmill.classifier.plugin;

import org.jspecify.annotations.NullMarked;
