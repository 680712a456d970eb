package io.gistmill.producer.source.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {

  @Test
  void allFeedsAtAnyDepthEachOnce() {
    // given
    String document =
        """
        <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///nowhere">]>
        <opml version="2.0"><head><title>My feeds</title></head><body>
          <outline text="Folder"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example.org/feed?x=1&amp;y=2" htmlUrl="https://a.example.org/"/></outline>
          <outline TEXT="B" XMLURL=" https://b.example.org/feed "/>
          <outline text="again" xmlUrl="https://a.example.org/feed?x=1&amp;y=2"/>
          <outline text="no feed" htmlUrl="https://c.example.org/"/>
        </body></opml>\
        """;

    // when
    List<String> addresses = Opml.addresses(document);

    // then
    assertThat(addresses)
        .containsExactly("https://a.example.org/feed?x=1&y=2", "https://b.example.org/feed");
  }

  @Test
  void otherDocumentsNameNone() {
    // when
    List<String> addresses = Opml.addresses("<html><body>hello</body></html>");

    // then
    assertThat(addresses).isEmpty();
  }
}
