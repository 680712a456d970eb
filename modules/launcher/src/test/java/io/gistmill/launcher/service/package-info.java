@NullMarked
package io.gistmill.launcher.service;

import org.jspecify.annotations.NullMarked;
