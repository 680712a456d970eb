package io.gistmill.launcher.shadow;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.gistmill.launcher.evaluate.EvaluationView;

/// A difference as one page of HTML that needs nothing else.
final class ShadowPage {

  private ShadowPage() {}

  static String of(Difference difference) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            ShadowPage.class.getClassLoader(),
            EvaluationView.class.getPackageName() + ".html");
    var output = new StringOutput();
    engine.render("shadow.jte", new ShadowView(difference), output);
    return output.toString();
  }
}
