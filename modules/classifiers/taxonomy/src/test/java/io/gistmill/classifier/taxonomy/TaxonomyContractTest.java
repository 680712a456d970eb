package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.tck.ClassifierContract;
import io.gistmill.classifier.tck.Posts;
import io.gistmill.domain.Post;
import java.util.List;

/// The taxonomy keeps what every classifier promises.
class TaxonomyContractTest extends ClassifierContract {

  @Override
  protected ClassifierFactory factory() {
    return new TaxonomyClassifierFactory();
  }

  @Override
  protected List<Post> posts() {
    return List.of(
        Posts.text("RAG with hybrid search, embeddings and a reranker over our knowledge base"),
        Posts.titled("检索增强生成", "用向量数据库做检索增强生成,重排序之后效果更好。"));
  }
}
