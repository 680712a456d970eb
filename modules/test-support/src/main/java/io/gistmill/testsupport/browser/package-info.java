/// A real browser for tests of pages.
@NullMarked
package io.gistmill.testsupport.browser;

import org.jspecify.annotations.NullMarked;
