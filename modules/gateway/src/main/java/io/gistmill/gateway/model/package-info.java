/// Keeps the copy up to date and hands what comes to live readers.
@NullMarked
package io.gistmill.gateway.model;

import org.jspecify.annotations.NullMarked;
