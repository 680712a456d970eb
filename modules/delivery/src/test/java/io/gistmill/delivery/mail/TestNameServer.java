package io.gistmill.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A name server on this machine that knows some texts (RFC 1035, section 4).
final class TestNameServer implements AutoCloseable {

  private static final int HEADER = 12;
  private static final byte[] POINTER_TYPE_CLASS_TTL = {(byte) 0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60};

  private final DatagramSocket socket;
  private final Map<String, List<String>> texts;

  /// @param texts by name in lower case; each record in its parts of 255 bytes at most
  TestNameServer(Map<String, List<String>> texts) throws SocketException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.texts = texts;
    Thread.ofVirtual().start(this::serve);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
  }

  private void serve() {
    var packet = new DatagramPacket(new byte[512], 512);
    try {
      while (!socket.isClosed()) {
        socket.receive(packet);
        byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    } catch (IOException _) {
      // Closed: the test is over.
      return;
    }
  }

  private byte[] answer(byte[] question) {
    int end = HEADER;
    var name = new StringBuilder();
    while (question[end] != 0) {
      int length = question[end];
      name.append(name.isEmpty() ? "" : ".")
          .append(new String(question, end + 1, length, US_ASCII));
      end += length + 1;
    }
    List<String> parts = texts.getOrDefault(name.toString(), List.of());
    byte[] header = Arrays.copyOf(question, HEADER);
    header[2] = (byte) 0x85;
    header[3] = (byte) (parts.isEmpty() ? 0x83 : 0x80);
    header[7] = (byte) (parts.isEmpty() ? 0 : 1);
    Arrays.fill(header, 8, HEADER, (byte) 0);
    var answer = new ByteArrayOutputStream();
    answer.writeBytes(header);
    answer.write(question, HEADER, end + 5 - HEADER);
    if (!parts.isEmpty()) {
      answer.writeBytes(POINTER_TYPE_CLASS_TTL);
      byte[] record = record(parts);
      answer.write(record.length >> 8);
      answer.write(record.length);
      answer.writeBytes(record);
    }
    return answer.toByteArray();
  }

  private static byte[] record(List<String> parts) {
    var record = new ByteArrayOutputStream();
    for (String part : parts) {
      record.write(part.length());
      record.writeBytes(part.getBytes(US_ASCII));
    }
    return record.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
