/// Fakes and fixtures that several modules test with.
@NullMarked
package io.gistmill.testsupport;

import org.jspecify.annotations.NullMarked;
