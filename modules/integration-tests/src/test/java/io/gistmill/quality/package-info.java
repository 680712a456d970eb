/// How good what Gistmill finds is, on posts of our own.
@NullMarked
package io.gistmill.quality;

import org.jspecify.annotations.NullMarked;
