package io.gistmill.producer.source.api;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.producer.source.SourceCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What adding a source would publish at first.
///
/// @param news how many posts would come into digests
/// @param history how many would be tagged and searchable only
/// @param posts newest first
record SourceTrial(
    String address, @Nullable String title, long news, long history, List<Post> posts) {

  static SourceTrial of(SourceCheck.Usable usable) {
    long news = usable.events().stream().filter(event -> event instanceof PostEvent.Posted).count();
    List<Post> posts =
        usable.events().reversed().stream()
            .<Post>mapMulti(
                (event, post) -> {
                  switch (event) {
                    case PostEvent.Posted(var it) -> post.accept(it);
                    case PostEvent.Backfilled(var it) -> post.accept(it);
                    case PostEvent.Withdrawn _,
                        PostEvent.Corrected _,
                        PostEvent.Retagged _,
                        PostEvent.Switched _,
                        PostEvent.Ticked _ -> {}
                  }
                })
            .toList();
    return new SourceTrial(usable.address(), usable.title(), news, posts.size() - news, posts);
  }
}
