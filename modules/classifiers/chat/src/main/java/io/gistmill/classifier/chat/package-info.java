/// Asks a chat model behind an OpenAI-compatible service which topics posts have, within limits of
/// cost.
///
/// Start reading at [ChatEngine].
@NullMarked
package io.gistmill.classifier.chat;

import org.jspecify.annotations.NullMarked;
