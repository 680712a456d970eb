package io.gistmill.gateway.page;

import io.gistmill.gateway.mail.Mail;
import io.gistmill.gateway.mail.MailFolder;
import java.util.List;
import java.util.Optional;

/// Mails that were written into the folder.
final class MailPages {

  private static final String HERE = "/mails";
  private static final int LONGEST = 100_000;

  private final MailFolder folder;

  MailPages(MailFolder folder) {
    this.folder = folder;
  }

  Answer all(Cards cards) {
    List<Mail> mails = folder.list();
    var view =
        new Views.MailList(mails.stream().map(mail -> line(cards, mail)).toList(), verdict(mails));
    return Answer.page("mails", "Mails", HERE, view);
  }

  private String verdict(List<Mail> mails) {
    if (!folder.exists()) {
      return "There is no folder of mails yet: it appears with the first mail that is written to "
          + folder.path()
          + ".";
    }
    return mails.isEmpty()
        ? "No mail yet. They are written to " + folder.path() + "."
        : Texts.count(mails.size(), "mail", "mails") + " in " + folder.path() + ".";
  }

  private static Views.MailLine line(Cards cards, Mail mail) {
    return new Views.MailLine(
        HERE + "/" + mail.name(),
        Texts.oneLine(mail.subject()),
        Texts.oneLine(mail.to()),
        cards.calendar().moment(mail.date()));
  }

  Answer one(Cards cards, String name) {
    Optional<Mail> found = folder.find(name);
    if (found.isEmpty()) {
      return Answer.unknown("mail");
    }
    Mail mail = found.get();
    String text = mail.text();
    var view =
        new Views.MailPage(
            Texts.oneLine(mail.subject()),
            Texts.oneLine(mail.from()),
            Texts.oneLine(mail.to()),
            cards.calendar().full(mail.date()),
            mail.html() == null ? null : HERE + "/" + mail.name() + "/body",
            text == null ? null : Texts.straight(Texts.cut(text, LONGEST)));
    return Answer.page("mail", view.subject(), HERE, view);
  }

  /// The HTML part as it is; the caller sees to it that it can do nothing.
  Optional<String> body(String name) {
    return folder.find(name).flatMap(mail -> Optional.ofNullable(mail.html()));
  }
}
