/// Fetches what addresses from outside name, and never reaches into the operator's own network.
@NullMarked
package io.gistmill.web;

import org.jspecify.annotations.NullMarked;
