package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.trained.sentence.Sentences;
import io.gistmill.domain.Fixed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Models as files.
///
/// Layout, big-endian: the letters `GMTC`, the version of the layout, the first 16 bytes of the
/// SHA-256 of all that follows, then the parts of [Model] in their order, each list behind its
/// length where other parts do not tell it. The same model gives the same bytes.
public final class ModelFile {

  private static final int MAGIC = 0x474D5443;
  private static final int VERSION = 3;

  /// Without a second look at all topics; still written where a model has none.
  private static final int FIRST_LOOK_VERSION = 2;

  /// Without sentences and neighbours either.
  private static final int PLAIN_VERSION = 1;

  private static final int CHECKSUM = 16;
  private static final int HEAD = 2 * Integer.BYTES + CHECKSUM;
  private static final int ID_BYTES = 6;
  private static final long MAX_BYTES = 1L << 29;
  private static final String MEND = "; train the model again or restore the file from a copy";

  private ModelFile() {}

  /// @throws InvalidModelException when the file is no model of this version of Gistmill, saying
  ///   how to mend that
  /// @throws IOException when the file cannot be read at all
  public static TrainedModel read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new InvalidModelException(
          file + " is too large for a model; name a file that 'gistmill train' wrote");
    }
    return read(file.toString(), Files.readAllBytes(file));
  }

  public static void write(TrainedModel model, Path file) throws IOException {
    Files.write(file, bytes(model.model()));
  }

  /// @param name for messages
  static TrainedModel read(String name, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEAD || in.getInt() != MAGIC) {
      throw new InvalidModelException(
          name + " is no model of Gistmill; name a file that 'gistmill train' wrote");
    }
    int version = in.getInt();
    if (version < PLAIN_VERSION || version > VERSION) {
      throw new InvalidModelException(
          name
              + " has version "
              + version
              + " of the layout, and this Gistmill reads versions 1 to "
              + VERSION
              + "; train the model again");
    }
    var expected = new byte[CHECKSUM];
    in.get(expected);
    if (!Arrays.equals(expected, checksum(bytes))) {
      throw new InvalidModelException(name + " is damaged" + MEND);
    }
    return new TrainedModel(fitting(name, model(name, version, in)), id(expected));
  }

  private static Model fitting(String name, Model model) {
    if (model.features().sentences() && !Sentences.installed()) {
      throw new InvalidModelException(
          name
              + " needs vectors of sentences, and nothing here makes them; put the module"
              + " gistmill-classifier-embedding on the class path, or train the model again with"
              + " --embed no");
    }
    String basis = Model.basis(model.features());
    if (!basis.equals(model.basis())) {
      throw new InvalidModelException(
          name
              + " was trained with '"
              + model.basis()
              + "', and this Gistmill has '"
              + basis
              + "'; train the model again");
    }
    return model;
  }

  static TrainedModel of(Model model) {
    return new TrainedModel(model, id(Arrays.copyOfRange(bytes(model), 8, HEAD)));
  }

  private static String id(byte[] checksum) {
    return HexFormat.of().formatHex(checksum, 0, ID_BYTES);
  }

  private static byte[] checksum(byte[] file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file, HEAD, file.length - HEAD);
      return Arrays.copyOf(digest.digest(), CHECKSUM);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] bytes(Model model) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(version(model));
      out.write(new byte[CHECKSUM]);
      write(model, out);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written to", e);
    }
    byte[] file = bytes.toByteArray();
    System.arraycopy(checksum(file), 0, file, HEAD - CHECKSUM, CHECKSUM);
    return file;
  }

  private static int version(Model model) {
    if (!model.stacking().isNone()) {
      return VERSION;
    }
    return model.features().sentences() ? FIRST_LOOK_VERSION : PLAIN_VERSION;
  }

  private static void write(Model model, DataOutputStream out) throws IOException {
    int version = version(model);
    writeText(model.basis(), out);
    out.writeInt(model.features().longest());
    out.writeDouble(model.features().vectors());
    out.writeDouble(model.features().terms());
    if (version > PLAIN_VERSION) {
      out.writeDouble(model.features().sentence());
      out.writeDouble(model.features().neighbours());
    }
    out.writeInt(model.topics().size());
    for (String topic : model.topics()) {
      writeText(topic, out);
    }
    out.writeByte(model.single() ? 1 : 0);
    for (long word : model.grams().bits()) {
      out.writeLong(word);
    }
    writeFloats(model.idf(), out);
    writeFloats(model.scales(), out);
    out.write(model.weights());
    out.writeInt(model.dense().length);
    writeFloats(model.dense(), out);
    for (int topic = 0; topic < model.topics().size(); topic++) {
      out.writeDouble(model.slopes()[topic]);
      out.writeDouble(model.constants()[topic]);
      out.writeLong(model.thresholds()[topic].micros());
    }
    StackingBytes.write(model.stacking(), out);
    if (model.features().sentences()) {
      NeighbourBytes.write(model.neighbours(), out);
    }
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static Model model(String name, int version, ByteBuffer in) {
    try {
      return model(version, in);
    } catch (BufferUnderflowException | NegativeArraySizeException | IllegalArgumentException e) {
      throw new InvalidModelException(name + " does not hold what a model holds" + MEND);
    }
  }

  private static Model model(int version, ByteBuffer in) {
    String basis = text(in);
    FeatureSettings features = features(version, in);
    List<String> topics = new ArrayList<>();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      topics.add(text(in));
    }
    boolean single = in.get() == 1;
    var bits = new long[GramTable.PLACES / Long.SIZE];
    in.asLongBuffer().get(bits);
    in.position(in.position() + bits.length * Long.BYTES);
    var grams = new GramTable(bits);
    float[] idf = floats(grams.size(), in);
    float[] scales = floats(grams.size(), in);
    var weights = new byte[fitting((long) grams.size() * count, in)];
    in.get(weights);
    float[] dense = floats(in.getInt(), in);
    var slopes = new double[count];
    var constants = new double[count];
    var thresholds = new Fixed[count];
    for (int topic = 0; topic < count; topic++) {
      slopes[topic] = in.getDouble();
      constants[topic] = in.getDouble();
      thresholds[topic] = new Fixed(in.getLong());
    }
    return new Model(
        basis,
        features,
        topics,
        single,
        grams,
        idf,
        scales,
        weights,
        dense,
        slopes,
        constants,
        thresholds,
        version == VERSION ? StackingBytes.read(count, in) : Stacking.NONE,
        features.sentences() ? NeighbourBytes.read(count, in) : Neighbours.NONE);
  }

  private static FeatureSettings features(int version, ByteBuffer in) {
    var plain = new FeatureSettings(in.getInt(), in.getDouble(), in.getDouble());
    return version == PLAIN_VERSION
        ? plain
        : new FeatureSettings(
            plain.longest(), plain.vectors(), plain.terms(), in.getDouble(), in.getDouble());
  }

  private static int fitting(long bytes, ByteBuffer in) {
    if (bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return (int) bytes;
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static float[] floats(int count, ByteBuffer in) {
    if (count < 0 || count > in.remaining() / Float.BYTES) {
      throw new BufferUnderflowException();
    }
    var values = new float[count];
    in.asFloatBuffer().get(values);
    in.position(in.position() + count * Float.BYTES);
    return values;
  }
}
