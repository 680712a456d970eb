@NullMarked
package io.gistmill.testsupport.kafka;

import org.jspecify.annotations.NullMarked;
