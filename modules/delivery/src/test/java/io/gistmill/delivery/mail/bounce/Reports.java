package io.gistmill.delivery.mail.bounce;

import io.gistmill.delivery.mail.MailSamples;
import java.nio.charset.StandardCharsets;

/// Reports as mail servers write them, about mails of nobody.
final class Reports {

  static final String DIGEST = "reader-daily.7";
  static final String TOKEN = MailSamples.TOKENS.of(DIGEST);
  static final String ORIGINAL =
      """
      Message-ID: <reader-daily.7@mail.example>
      From: Gistmill <digest@mail.example>
      To: someone@site.example
      Subject: Daily digest
      X-Gistmill-Token:
       %s
      """
          .formatted(TOKEN);

  private Reports() {}

  static byte[] delivery(String action, String status, String diagnostic) {
    return delivery("Reporting-MTA: dns; mx.site.example", action, status, diagnostic, ORIGINAL);
  }

  static byte[] delivery(
      String first, String action, String status, String diagnostic, String original) {
    return bytes(
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.site.example (Mail Delivery System)
        To: digest@mail.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        This is a MIME-encapsulated message.
        --b1
        Content-Type: text/plain; charset=us-ascii

        Your mail did not get through.
        --b1
        Content-Type: message/delivery-status

        %s

        Original-Recipient: rfc822;someone@site.example
        Final-Recipient: rfc822; mailbox17@internal.site.example
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; %s
        --b1
        Content-Type: text/rfc822-headers

        %s
        --b1--
        """
            .formatted(first, action, status, diagnostic, original));
  }

  static byte[] complaint(String type, String original) {
    return bytes(
        """
        From: complaints@provider.example
        To: bounces@mail.example
        Subject: FW: Daily digest
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

        --b2
        Content-Type: text/plain

        This is an email abuse report.
        --b2
        Content-Type: message/feedback-report

        Feedback-Type: %s
        User-Agent: Provider/1.0
        Version: 1
        Original-Rcpt-To: <someone@site.example>
        --b2
        Content-Type: message/rfc822

        %s
        The words.
        --b2--
        """
            .formatted(type, original));
  }

  static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
