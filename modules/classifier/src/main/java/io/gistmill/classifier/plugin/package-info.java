/// Plug-ins: classifiers out of a folder, each kept apart from Gistmill and from the others.
@NullMarked
package io.gistmill.classifier.plugin;

import org.jspecify.annotations.NullMarked;
