@NullMarked
package io.gistmill.producer.source.api;

import org.jspecify.annotations.NullMarked;
