package io.gistmill.digest.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// Writes pages in each format. Safe for all threads.
public final class DigestRenderer {

  private static final String PACKAGE = DigestRenderer.class.getPackageName();

  private final TemplateEngine html = engine(ContentType.Html, "html");
  private final TemplateEngine plain = engine(ContentType.Plain, "plain");

  /// The formats, with the ends of their files' names.
  public enum Format {
    JSON("json"),
    MARKDOWN("md"),
    HTML("html"),
    TEXT("txt");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    /// Without the dot.
    public String extension() {
      return extension;
    }
  }

  /// @return the whole document; lines end with `\n`
  public String render(DigestPage page, Format format) {
    return switch (format) {
      case JSON -> DigestJson.of(page);
      case MARKDOWN -> fill(plain, "markdown.jte", page);
      case HTML -> fill(html, "digest.jte", page);
      case TEXT -> fill(plain, "text.jte", page);
    };
  }

  /// A page that fits into a mail, and its [Format#HTML], by which that was found out.
  public record Fitted(DigestPage page, String html) {}

  /// The page as a mail has room for it: with so few stories that [Format#HTML] stays below 100 KB
  /// even when it is encoded for transport, and few posts of each. The forms of a mail are all made
  /// from it, so that they say the same; what a webhook gets is not.
  public Fitted fitForMail(DigestPage page) {
    return MailFit.fit(page, fitted -> render(fitted, Format.HTML));
  }

  private static String fill(TemplateEngine engine, String template, DigestPage page) {
    var output = new StringOutput();
    engine.render(template, page, output);
    return output.toString();
  }

  private static TemplateEngine engine(ContentType type, String templates) {
    ClassLoader loader = DigestRenderer.class.getClassLoader();
    return TemplateEngine.createPrecompiled(null, type, loader, PACKAGE + "." + templates);
  }
}
