/// How answers are given over HTTP, whatever they say.
@NullMarked
package io.gistmill.gateway.web;

import org.jspecify.annotations.NullMarked;
