@NullMarked
package io.gistmill.classifier.chat;

import org.jspecify.annotations.NullMarked;
