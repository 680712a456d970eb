@NullMarked
package io.gistmill.digest.render;

import org.jspecify.annotations.NullMarked;
