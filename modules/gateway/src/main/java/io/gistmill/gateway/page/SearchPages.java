package io.gistmill.gateway.page;

import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.store.Slice;
import io.gistmill.gateway.store.StoredPost;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Posts by their words.
final class SearchPages {

  private static final int SIZE = 20;
  private static final int LONGEST = 200;

  private final Library library;

  SearchPages(Library library) {
    this.library = library;
  }

  Answer show(Cards cards, String asked, int page) {
    String query = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
    List<StoredPost> hits =
        library.search(query, new Slice(SIZE + 1, Slice.page(page, SIZE).offset()));
    List<String> words = Library.words(query);
    String address = "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&page=";
    var view =
        new Views.SearchPage(
            Texts.oneLine(query),
            hits.stream()
                .limit(SIZE)
                .map(post -> cards.post(post, Marked.excerpt(post.tagged().post().text(), words)))
                .toList(),
            verdict(words, hits, page),
            page > 1 ? address + (page - 1) : null,
            hits.size() > SIZE ? address + (page + 1) : null);
    return Answer.page("search", "Search", "/search", view);
  }

  private static String verdict(List<String> words, List<StoredPost> hits, int page) {
    if (words.isEmpty()) {
      return "Chinese and English; posts that hold all words are found.";
    }
    if (hits.isEmpty()) {
      return page == 1 ? "No post holds all of these words." : "There are no more.";
    }
    if (hits.size() > SIZE || page > 1) {
      return "Page " + page + ".";
    }
    return Texts.count(hits.size(), "post", "posts") + " found.";
  }
}
