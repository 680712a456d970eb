@NullMarked
package io.gistmill.tutorial;

import org.jspecify.annotations.NullMarked;
