package io.gistmill.classifier.embedding;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.tck.ClassifierContract;
import io.gistmill.classifier.tck.Posts;
import io.gistmill.classifier.trained.TrainedClassifierFactory;
import io.gistmill.domain.Post;
import java.util.List;

/// The trained classifier keeps what every classifier promises when it looks at sentences too.
class SentencesContractTest extends ClassifierContract {

  @Override
  protected ClassifierFactory factory() {
    return new TrainedClassifierFactory().configured(TrainedClassifierFactory.SENTENCES);
  }

  @Override
  protected List<Post> posts() {
    return List.of(
        Posts.text(
            "We built RAG with hybrid search, embeddings and a reranker over our knowledge base;"
                + " retrieval quality went up a lot."));
  }
}
