/// Models at work: what they hold, their files, what they say of posts and why.
///
/// Start reading at [TrainedModel].
@NullMarked
package io.gistmill.classifier.trained.model;

import org.jspecify.annotations.NullMarked;
