/// Asks a service of the operator's, written in any language, which topics posts have.
///
/// Start reading at [HttpEngine]. What goes over the wire stands in
/// `docs/reference/classifier-http.yaml`.
@NullMarked
package io.gistmill.classifier.http;

import org.jspecify.annotations.NullMarked;
