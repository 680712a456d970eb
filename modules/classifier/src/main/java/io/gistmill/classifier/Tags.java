package io.gistmill.classifier;

import io.gistmill.domain.Post;

/// Where a post's tags come from.
interface Tags {

  Tagging of(Post post);
}
