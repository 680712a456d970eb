/// A real broker for tests, and readers that wait for facts.
@NullMarked
package io.gistmill.testsupport.kafka;

import org.jspecify.annotations.NullMarked;
