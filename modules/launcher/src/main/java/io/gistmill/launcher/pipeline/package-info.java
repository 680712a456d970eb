/// The stages of the pipeline as this process can run them.
@NullMarked
package io.gistmill.launcher.pipeline;

import org.jspecify.annotations.NullMarked;
