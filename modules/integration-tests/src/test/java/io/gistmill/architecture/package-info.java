/// What the build refuses: forbidden directions between modules, hidden clocks and chance, and
/// documents that no longer say what is there.
@NullMarked
package io.gistmill.architecture;

import org.jspecify.annotations.NullMarked;
