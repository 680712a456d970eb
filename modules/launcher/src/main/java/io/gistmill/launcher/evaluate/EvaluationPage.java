package io.gistmill.launcher.evaluate;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// An evaluation as one page of HTML that needs nothing else.
final class EvaluationPage {

  private EvaluationPage() {}

  static String of(Evaluation evaluation) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            EvaluationPage.class.getClassLoader(),
            EvaluationPage.class.getPackageName() + ".html");
    var output = new StringOutput();
    engine.render("evaluation.jte", new EvaluationView(evaluation), output);
    return output.toString();
  }
}
