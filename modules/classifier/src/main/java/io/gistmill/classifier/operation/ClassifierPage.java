package io.gistmill.classifier.operation;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.gistmill.runtime.page.PageLink;
import io.gistmill.runtime.page.SharedAssets;
import java.util.List;

/// The classifiers as a page. Without the text of failures: it may name machines, and who has no
/// token may see the page.
///
/// @param links to the other pages, as far as this process has them
/// @param atWork false where nothing is known of switches
public record ClassifierPage(List<PageLink> links, boolean atWork, List<ClassifierCard> cards) {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ClassifierPage.class.getClassLoader(),
          ClassifierPage.class.getPackageName() + ".html");

  public ClassifierPage {
    links = List.copyOf(links);
    cards = List.copyOf(cards);
  }

  /// @param pages whether this process has the other pages too
  static ClassifierPage of(List<ClassifierView> all, boolean atWork, boolean pages) {
    return new ClassifierPage(
        pages ? PageLink.ALL : List.of(), atWork, all.stream().map(ClassifierCard::of).toList());
  }

  String html() {
    var output = new StringOutput();
    ENGINE.render("classifiers.jte", this, output);
    return output.toString();
  }

  public String css() {
    return SharedAssets.CSS.address();
  }

  public String icon() {
    return SharedAssets.ICON.address();
  }
}
