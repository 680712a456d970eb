/// Programs as child JVMs, to be killed and started again.
@NullMarked
package io.gistmill.testsupport.process;

import org.jspecify.annotations.NullMarked;
