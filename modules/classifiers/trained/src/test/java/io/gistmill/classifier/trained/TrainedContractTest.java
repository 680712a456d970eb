package io.gistmill.classifier.trained;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.tck.ClassifierContract;
import io.gistmill.classifier.tck.Posts;
import io.gistmill.domain.Post;
import java.util.List;

/// The trained classifier keeps what every classifier promises.
class TrainedContractTest extends ClassifierContract {

  @Override
  protected ClassifierFactory factory() {
    return new TrainedClassifierFactory();
  }

  @Override
  protected List<Post> posts() {
    return List.of(
        Posts.text(
            "We built RAG with hybrid search, embeddings and a reranker over our knowledge base;"
                + " retrieval quality went up a lot."));
  }
}
