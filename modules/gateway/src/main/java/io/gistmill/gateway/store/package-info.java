/// The gateway's own copy of the log in one SQLite file: how it is written and what it is asked.
@NullMarked
package io.gistmill.gateway.store;

import org.jspecify.annotations.NullMarked;
