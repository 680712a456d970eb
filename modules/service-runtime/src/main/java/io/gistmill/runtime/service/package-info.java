/// Parts that run until they are told to end, and how a process runs several of them.
@NullMarked
package io.gistmill.runtime.service;

import org.jspecify.annotations.NullMarked;
