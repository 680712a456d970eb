/// What all pages for people share, whichever part of Gistmill shows them.
@NullMarked
package io.gistmill.runtime.page;

import org.jspecify.annotations.NullMarked;
