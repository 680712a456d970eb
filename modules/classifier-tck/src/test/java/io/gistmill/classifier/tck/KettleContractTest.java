package io.gistmill.classifier.tck;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Post;
import java.util.List;

/// A classifier that keeps every promise passes.
class KettleContractTest extends ClassifierContract {

  @Override
  protected ClassifierFactory factory() {
    return new Kettle();
  }

  @Override
  protected List<Post> posts() {
    return Kettle.POSTS;
  }
}
