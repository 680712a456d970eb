/// What stands at the other end of the wire in tests.
@NullMarked
package io.gistmill.testsupport.peer;

import org.jspecify.annotations.NullMarked;
