package io.gistmill.gateway.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/// Fills the templates. Safe for all threads.
final class Renderer {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Renderer.class.getClassLoader(),
          Renderer.class.getPackageName() + ".html");

  private Renderer() {}

  static String render(Frame frame, Answer.Page page) {
    var output = new StringOutput();
    ENGINE.render(page.template() + ".jte", Map.of("frame", frame, "view", page.view()), output);
    return output.toString();
  }
}
