/// What a live source of posts must be able to do, and when it is asked.
@NullMarked
package io.gistmill.producer.source;

import org.jspecify.annotations.NullMarked;
