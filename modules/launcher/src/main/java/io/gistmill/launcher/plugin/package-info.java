/// `gistmill plugins`: looks at plug-ins, tries them, and begins new ones.
@NullMarked
package io.gistmill.launcher.plugin;

import org.jspecify.annotations.NullMarked;
