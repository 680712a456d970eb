package io.gistmill.delivery.webhook;

import io.gistmill.domain.Contact.Endpoint;

/// One format for each kind of endpoint.
record PostFormats(StandardFormat standard) {

  PostFormat of(Endpoint.Format format) {
    return switch (format) {
      case STANDARD -> standard;
      case SLACK -> new SlackFormat();
      case DISCORD -> new DiscordFormat();
      case FEISHU -> new FeishuFormat();
      case DINGTALK -> new DingtalkFormat();
      case WECOM -> new WecomFormat();
    };
  }
}
