/// What an author of a summariser implements: a [SummariserEngine], which is found by
/// [java.util.ServiceLoader] and makes a [SummariserFactory] out of settings, which makes a
/// [Summariser].
@NullMarked
package io.gistmill.classifier.api.summary;

import org.jspecify.annotations.NullMarked;
