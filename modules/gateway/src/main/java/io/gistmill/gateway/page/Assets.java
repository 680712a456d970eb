package io.gistmill.gateway.page;

import io.gistmill.runtime.page.Asset;
import io.gistmill.runtime.page.SharedAssets;
import io.javalin.http.Context;
import java.util.Map;

/// Styles, scripts and icon.
final class Assets {

  private static final Asset SCRIPT = script("live.js");
  private static final Asset ZONE = script("zone.js");
  private static final Map<String, Asset> ALL =
      Map.of(
          SharedAssets.CSS.address(),
          SharedAssets.CSS,
          SharedAssets.ICON.address(),
          SharedAssets.ICON,
          SCRIPT.address(),
          SCRIPT,
          ZONE.address(),
          ZONE);

  private Assets() {}

  private static Asset script(String name) {
    return Asset.read(Assets.class, name, "text/javascript; charset=utf-8");
  }

  static String css() {
    return SharedAssets.CSS.address();
  }

  static String script() {
    return SCRIPT.address();
  }

  static String zoneScript() {
    return ZONE.address();
  }

  static String icon() {
    return SharedAssets.ICON.address();
  }

  /// @return false when there is no such asset
  static boolean serve(Context context) {
    Asset asset = ALL.get(context.path());
    if (asset == null) {
      return false;
    }
    asset.serve(context);
    return true;
  }
}
