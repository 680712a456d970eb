/// Archives of posts on disk: reading them, keeping what was read in a temporary file, and making a
/// replay out of it.
///
/// Plain Java, no Kafka. Start reading at [Archives].
@NullMarked
package io.gistmill.producer.archive;

import org.jspecify.annotations.NullMarked;
