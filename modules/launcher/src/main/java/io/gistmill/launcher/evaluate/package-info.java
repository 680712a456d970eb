/// Measures how good topics are, and shows it as text, as JSON and as a page.
@NullMarked
package io.gistmill.launcher.evaluate;

import org.jspecify.annotations.NullMarked;
