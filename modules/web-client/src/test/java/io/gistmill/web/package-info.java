@NullMarked
package io.gistmill.web;

import org.jspecify.annotations.NullMarked;
