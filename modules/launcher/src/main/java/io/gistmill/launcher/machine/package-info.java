/// What the machine itself says: its time and its zone.
@NullMarked
package io.gistmill.launcher.machine;

import org.jspecify.annotations.NullMarked;
