package io.gistmill.classifier.trained.model;

import io.gistmill.domain.Post;

/// Says of one post after the other all that a model has to say. For one thread at a time.
public interface PostReader {

  Reading read(Post post);
}
