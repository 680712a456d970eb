/// Files that commands read posts from, and write results to.
@NullMarked
package io.gistmill.launcher.files;

import org.jspecify.annotations.NullMarked;
