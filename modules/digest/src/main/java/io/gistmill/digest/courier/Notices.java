package io.gistmill.digest.courier;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import io.gistmill.contracts.Json;
import io.gistmill.delivery.Message;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent.Suspended;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells owners, by another way, that nothing reaches them by one of their ways.
final class Notices {

  private final OwnerLinks links;

  Notices(OwnerLinks links) {
    this.links = links;
  }

  Message message(Delivery notice, Suspended about) {
    Message.Links own = links.of(notice);
    String title = "Your digests no longer go out by " + name(about.channel());
    String what =
        "Nothing more is sent to your "
            + name(about.channel())
            + " address, because this came back: "
            + about.reason()
            + ".";
    String mend = "Confirm the address again, or choose another one, and digests go out as before.";
    return new Message(
        notice.digest(),
        title,
        "en",
        String.join("\n\n", title, what, mend, own.manage()) + "\n",
        html(title, what, mend, own.manage()),
        Json.MAPPER.writeValueAsString(json(notice, about)),
        List.of(new Message.Line(title, what + " " + mend, own.manage(), "notice")),
        own,
        null);
  }

  private static Map<String, String> json(Delivery notice, Suspended about) {
    var json = new LinkedHashMap<String, String>();
    json.put("id", notice.digest());
    json.put("notice", "suspended");
    json.put("channel", name(about.channel()));
    json.put("since", about.at().toString());
    json.put("reason", about.reason());
    return json;
  }

  private static String name(Channel channel) {
    return switch (channel) {
      case EMAIL -> "e-mail";
      case WEBHOOK -> "webhook";
    };
  }

  private static String html(String title, String what, String mend, String manage) {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%1$s</title></head>
    <body>
    <h1>%1$s</h1>
    <p>%2$s</p>
    <p>%3$s <a href="%4$s">Change what you get</a></p>
    </body>
    </html>
    """
        .formatted(text(title), text(what), text(mend), attribute(manage));
  }

  private static String text(String words) {
    var out = new StringOutput();
    Escape.htmlContent(words, out);
    return out.toString();
  }

  private static String attribute(String words) {
    var out = new StringOutput();
    Escape.htmlAttribute(words, out);
    return out.toString();
  }
}
