/// Commands that talk to a running Gistmill over HTTP.
@NullMarked
package io.gistmill.launcher.remote;

import org.jspecify.annotations.NullMarked;
