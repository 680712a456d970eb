package io.gistmill.gateway.page;

import io.gistmill.gateway.web.Answers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/// Styles, script and icon. Their addresses hold a checksum of their content, so that they can be
/// kept for ever.
final class Assets {

  private static final Asset CSS = Asset.read("gistmill.css", "text/css; charset=utf-8");
  private static final Asset SCRIPT = Asset.read("live.js", "text/javascript; charset=utf-8");
  private static final Asset ZONE = Asset.read("zone.js", "text/javascript; charset=utf-8");
  private static final Asset ICON = Asset.read("icon.svg", "image/svg+xml");
  private static final Map<String, Asset> ALL =
      Map.of(
          CSS.address(), CSS,
          SCRIPT.address(), SCRIPT,
          ZONE.address(), ZONE,
          ICON.address(), ICON);

  private Assets() {}

  static String css() {
    return CSS.address();
  }

  static String script() {
    return SCRIPT.address();
  }

  static String zoneScript() {
    return ZONE.address();
  }

  static String icon() {
    return ICON.address();
  }

  /// @return false when there is no such asset
  static boolean serve(Context context) {
    Asset asset = ALL.get(context.path());
    if (asset == null) {
      return false;
    }
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    context.contentType(asset.type()).result(asset.bytes());
    return true;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Asset(String address, String type, byte[] bytes) {

    static Asset read(String name, String type) {
      try (InputStream input = Assets.class.getResourceAsStream(name)) {
        byte[] bytes = Objects.requireNonNull(input, name).readAllBytes();
        return new Asset("/assets/" + Answers.tag(bytes) + "/" + name, type, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
