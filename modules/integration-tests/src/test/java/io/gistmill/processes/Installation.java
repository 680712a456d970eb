package io.gistmill.processes;

import io.gistmill.contracts.Topics;
import io.gistmill.launcher.service.Part;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Where the processes of one Gistmill meet, and where each keeps its data.
///
/// @param folder one for all, with a folder in it for each
/// @param bootstrap of the broker that they share
record Installation(Path folder, String bootstrap) {

  static final String TOKEN = "for-tests";

  /// Over how many partitions posts, and subscribers, are spread.
  static final int PARTITIONS = 2;

  static final Topics TOPICS = new Topics("gistmill", PARTITIONS, PARTITIONS);

  FileClock clock() {
    return new FileClock(folder.resolve("clock"));
  }

  /// A command such as `classifier`, under the machine's clock.
  ///
  /// @param name of its data folder and its output
  GistmillProcess start(String command, String name) {
    return start(command, name, settings(name));
  }

  /// The same with a broker of its own.
  GistmillProcess startAlone(String command, int brokerPort) {
    var settings = new ArrayList<>(settings(command));
    settings.removeIf(setting -> setting.startsWith("kafka.bootstrap="));
    settings.add("broker.port=" + brokerPort);
    return start(command, command, settings);
  }

  /// On this machine, for a server that is about to start.
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private GistmillProcess start(String command, String name, List<String> settings) {
    var arguments = new ArrayList<String>();
    arguments.add(command);
    settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    return GistmillProcess.start(output(name), arguments.toArray(String[]::new));
  }

  /// Parts of Gistmill in one process under [#clock], which must be set.
  GistmillProcess startDriven(String name, Part... parts) {
    var arguments = new ArrayList<String>();
    arguments.add(clock().file().toString());
    arguments.add(Arrays.stream(parts).map(Part::name).collect(Collectors.joining(",")));
    arguments.addAll(settings(name));
    return GistmillProcess.start(
        JavaProgram.of(DrivenMain.class, arguments.toArray(String[]::new)), output(name));
  }

  private List<String> settings(String name) {
    return List.of(
        "kafka.bootstrap=" + bootstrap,
        "data=" + folder.resolve(name),
        "http.port=0",
        "api.token=" + TOKEN,
        "partitions=" + PARTITIONS,
        "subscribers=" + PARTITIONS,
        "stages.session=6s");
  }

  private Path output(String name) {
    return folder.resolve(name + ".log");
  }
}
