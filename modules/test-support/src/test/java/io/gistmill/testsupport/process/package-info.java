@NullMarked
package io.gistmill.testsupport.process;

import org.jspecify.annotations.NullMarked;
