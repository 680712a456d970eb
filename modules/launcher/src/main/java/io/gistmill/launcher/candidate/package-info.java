/// Sets of classifiers that somebody would like to have.
@NullMarked
package io.gistmill.launcher.candidate;

import org.jspecify.annotations.NullMarked;
