package io.gistmill.runtime.page;

import io.javalin.config.RoutesConfig;

/// The style sheet and the icon, which each process serves.
public final class SharedAssets {

  public static final Asset CSS = read("gistmill.css", "text/css; charset=utf-8");
  public static final Asset ICON = read("icon.svg", "image/svg+xml");

  private SharedAssets() {}

  private static Asset read(String name, String type) {
    return Asset.read(SharedAssets.class, name, type);
  }

  public static void addTo(RoutesConfig routes) {
    routes.get(CSS.address(), CSS::serve);
    routes.get(ICON.address(), ICON::serve);
  }
}
