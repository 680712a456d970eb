@NullMarked
package io.gistmill.producer.source.follow;

import org.jspecify.annotations.NullMarked;
