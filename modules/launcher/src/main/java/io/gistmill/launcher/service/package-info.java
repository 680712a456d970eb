/// The parts of Gistmill and how a process runs some or all of them.
@NullMarked
package io.gistmill.launcher.service;

import org.jspecify.annotations.NullMarked;
