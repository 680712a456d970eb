@NullMarked
package io.gistmill.producer.feed;

import org.jspecify.annotations.NullMarked;
