@NullMarked
package io.gistmill.producer.web;

import org.jspecify.annotations.NullMarked;
