/// Asks a chat model behind an OpenAI-compatible service which topics posts have, and for
/// summaries, within limits of cost.
///
/// Start reading at [ChatEngine] and [ChatSummariserEngine]; [Asking] is what both have in common.
@NullMarked
package io.gistmill.classifier.chat;

import org.jspecify.annotations.NullMarked;
