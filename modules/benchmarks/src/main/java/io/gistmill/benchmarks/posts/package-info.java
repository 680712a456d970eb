/// Posts that nobody wrote, for measuring: the same seed always gives the same posts.
///
/// Start reading at [io.gistmill.benchmarks.posts.PostGenerator].
@NullMarked
package io.gistmill.benchmarks.posts;

import org.jspecify.annotations.NullMarked;
