/// What a digest says of one post: headline, summary and own rank, all from the post's own words.
@NullMarked
package io.gistmill.digest.desk.brief;

import org.jspecify.annotations.NullMarked;
