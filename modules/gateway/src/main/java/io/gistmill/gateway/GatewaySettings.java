package io.gistmill.gateway;

import io.gistmill.gateway.stream.StreamSettings;
import io.gistmill.gateway.subscribe.OwnerSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// @param copy the SQLite file; made when missing, and safe to delete while the gateway is down
/// @param zone in which days and times are shown
/// @param topicNames what people call the topics known at the start, by slug
/// @param mails the folder of `.eml` files; need not exist
/// @param streams limits of the live streams
/// @param owners what people who subscribe need
public record GatewaySettings(
    Path copy,
    ZoneId zone,
    SortedMap<String, String> topicNames,
    Path mails,
    StreamSettings streams,
    OwnerSettings owners) {

  public GatewaySettings {
    topicNames = Collections.unmodifiableSortedMap(new TreeMap<>(topicNames));
  }
}
