@NullMarked
package io.gistmill.producer.source;

import org.jspecify.annotations.NullMarked;
