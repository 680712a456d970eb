@NullMarked
package io.gistmill.embeddedkafka;

import org.jspecify.annotations.NullMarked;
