@NullMarked
package io.gistmill.query;

import org.jspecify.annotations.NullMarked;
