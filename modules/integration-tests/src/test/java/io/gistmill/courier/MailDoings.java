package io.gistmill.courier;

import static java.util.Map.entry;

import io.gistmill.testsupport.peer.ScriptedSmtp;
import io.gistmill.testsupport.peer.ScriptedSmtp.Doing;
import io.gistmill.testsupport.peer.ScriptedSmtp.Talk;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/// What a mail server does to each recipient, in the words of the documentation: so many times, and
/// then it takes the mail.
final class MailDoings {

  private static final String AT_RECIPIENT = "RCPT";
  private static final String BEHIND_MAIL = "END";
  private static final Doing RECIPIENT_WELL = talk -> talk.say("250 2.1.5 fine");
  private static final Doing MAIL_WELL = talk -> talk.say("250 2.0.0 taken");

  private static final Map<String, Act> ALL =
      Map.ofEntries(
          entry("takes the mail with `250`", new Act(BEHIND_MAIL, MAIL_WELL)),
          entry("answers `421` to the address", to("421 4.7.0 too many")),
          entry("answers `450` to the address", to("450 4.2.0 greylisted")),
          entry("answers `451` to the address", to("451 4.3.0 local error")),
          entry("answers `452` to the address", to("452 4.2.2 full")),
          entry("answers `550 5.1.1` to the address", to("550 5.1.1 no such user")),
          entry("answers `552 5.2.2` to the address", to("552 5.2.2 full")),
          entry("answers `554 5.7.1` to the address", to("554 5.7.1 blocked")),
          entry("answers `451` behind the mail", behind(talk -> talk.say("451 4.3.0 wait"))),
          entry("answers `550 5.7.1` behind the mail", behind(talk -> talk.say("550 5.7.1 spam"))),
          entry("ends the connection behind the mail, without an answer", behind(Talk::drop)),
          entry("takes the mail with `250` and ends the connection", behind(MailDoings::leave)),
          entry("resets the connection behind the mail", behind(Talk::reset)),
          entry("says nothing behind the mail", behind(Talk::hang)),
          entry("answers without end", behind(MailDoings::endless)));

  private final Map<String, Act> acts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
  private final AtomicInteger badHandshakes = new AtomicInteger();

  private record Act(String step, Doing doing) {}

  private static Act to(String answer) {
    return new Act(AT_RECIPIENT, talk -> talk.say(answer));
  }

  private static Act behind(Doing doing) {
    return new Act(BEHIND_MAIL, doing);
  }

  private static void leave(Talk talk) throws IOException {
    talk.say("250 2.0.0 taken");
    talk.drop();
  }

  private static void endless(Talk talk) throws IOException {
    while (true) {
      talk.write("250-and more\r\n".repeat(1_000));
    }
  }

  /// Decides what happens to an address.
  void plan(String address, String words, int times) {
    Act act = ALL.get(words);
    if (act == null) {
      throw new IllegalArgumentException("no mail server here " + words);
    }
    acts.put(address, act);
    left.put(address, new AtomicInteger(times));
  }

  /// A server that does what is planned.
  ScriptedSmtp server() {
    return new ScriptedSmtp()
        .on(AT_RECIPIENT, talk -> act(AT_RECIPIENT, talk, RECIPIENT_WELL))
        .on(BEHIND_MAIL, talk -> act(BEHIND_MAIL, talk, MAIL_WELL));
  }

  private void act(String step, Talk talk, Doing well) throws IOException {
    Act act = acts.get(talk.to());
    if (act != null
        && act.step().equals(step)
        && Objects.requireNonNull(left.get(talk.to())).getAndDecrement() > 0) {
      act.doing().run(talk);
    } else {
      well.run(talk);
    }
  }

  /// A server that offers TLS with its own certificate so many times, and then none.
  ScriptedSmtp untrusted(SSLContext context, int times) {
    badHandshakes.set(times);
    return new ScriptedSmtp()
        .on(
            "EHLO",
            talk ->
                talk.say(badHandshakes.getAndDecrement() > 0 ? "250-x\r\n250 STARTTLS" : "250 x"))
        .on("STARTTLS", talk -> talk.startTls(context));
  }
}
