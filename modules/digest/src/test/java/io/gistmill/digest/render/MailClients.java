package io.gistmill.digest.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The table `mail-clients.tsv`: which mail programs know what of HTML and CSS.
final class MailClients {

  private static final Path TABLE =
      Path.of("src/test/resources/io/gistmill/digest/render/mail-clients.tsv");
  private static final int FIRST_CLIENT = 3;
  private static final int CLIENTS = 7;

  private MailClients() {}

  /// @param support by client, in the order of the table: y, a, n or ?
  record Row(
      String kind,
      String name,
      boolean needed,
      List<String> support,
      String source,
      String without) {

    String key() {
      return kind + " " + name;
    }
  }

  /// Rows by kind and name.
  static Map<String, Row> rows() {
    try {
      var rows = new TreeMap<String, Row>();
      Files.readAllLines(TABLE).stream()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(MailClients::row)
          .forEach(row -> rows.put(row.key(), row));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split("\t", -1);
    int source = FIRST_CLIENT + CLIENTS;
    return new Row(
        cells[0],
        cells[1],
        cells[2].equals("must"),
        List.of(Arrays.copyOfRange(cells, FIRST_CLIENT, source)),
        cells[source],
        cells[source + 1]);
  }
}
