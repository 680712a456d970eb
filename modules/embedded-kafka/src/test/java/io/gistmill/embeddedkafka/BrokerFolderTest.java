package io.gistmill.embeddedkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class BrokerFolderTest {

  @TempDir Path temp;

  @Test
  void folderOfALiveBrokerIsRefused() {
    Path folder = temp.resolve("folder");
    try (KafkaBroker broker = EmbeddedKafka.start(folder)) {

      refused(() -> EmbeddedKafka.start(temp.resolve("./folder")), "a broker in this process");

      assertThat(broker.failure()).isEmpty();
    }
  }

  @Test
  void fileInPlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    refused(() -> BrokerFolder.open(file), "it is a file", "move it away");
  }

  @Test
  void folderBelowAFileIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");

    refused(() -> BrokerFolder.open(file.resolve("folder")), "cannot be created", "its parent");
  }

  @Test
  void folderThatCannotBeWrittenToIsRefused() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(folder), "this user may write everywhere");

    refused(() -> BrokerFolder.open(folder), "cannot be written to", "the right to write");
  }

  @Test
  void folderOfSomethingElseIsRefusedAndStaysAsItIs() throws IOException {
    Files.writeString(temp.resolve("letter.txt"), "dear");

    refused(() -> BrokerFolder.open(temp), "no meta.properties", "name an empty folder");

    assertThat(temp.resolve("meta.properties")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cluster.id=.* | cluster.id=MkU3OEVBNTcwNTJENDM2Qg | another broker",
        "node.id=.* | node.id=7 | another broker",
        "version=.* | version=9 | another broker",
        "cluster.id=.* | cluster=lost | has no cluster.id",
        "directory.id=.* | x=y | has no directory.id",
        "node.id=.* | node.id=\\\\uZZZZ | cannot be read"
      })
  void damagedOrForeignMetaPropertiesAreRefused(String line, String instead, String problem)
      throws IOException {
    BrokerFolder.open(temp).close();
    Path meta = temp.resolve("meta.properties");
    Files.writeString(meta, Files.readString(meta).replaceFirst("(?m)^" + line + "$", instead));

    refused(() -> BrokerFolder.open(temp), "meta.properties", problem);
  }

  @Test
  void emptyMetaPropertiesAreRefused() throws IOException {
    BrokerFolder.open(temp).close();
    Files.writeString(temp.resolve("meta.properties"), "");

    refused(() -> BrokerFolder.open(temp), "has no version", "restore");
  }

  @Test
  void lossOfTheMetadataLogIsRefused() throws IOException {
    BrokerFolder.open(temp).close();
    Files.createDirectory(temp.resolve("letters-0"));

    refused(() -> BrokerFolder.open(temp), "list of topics", "restore");
  }

  @Test
  void metadataLogWithoutAnySoundPartIsRefused() throws IOException {
    EmbeddedKafka.start(temp).close();
    Files.writeString(metadataLog(), "no log at all".repeat(200));

    refused(() -> BrokerFolder.open(temp), "__cluster_metadata-0 is damaged", "restore the folder");
  }

  @Test
  void metadataLogThatLostWhatAnEarlierStartWroteIsRefused() throws IOException {
    EmbeddedKafka.start(temp).close();
    byte[] first = Files.readAllBytes(metadataLog());
    EmbeddedKafka.start(temp).close();
    Files.write(metadataLog(), Arrays.copyOf(first, first.length / 2));

    refused(() -> BrokerFolder.open(temp), "__cluster_metadata-0 is damaged", "restore the folder");
  }

  @Test
  void tornLastWriteOfTheMetadataLogIsMendedByTheBroker() throws IOException {
    EmbeddedKafka.start(temp).close();
    Files.writeString(metadataLog(), "torn", StandardOpenOption.APPEND);

    KafkaBroker broker = EmbeddedKafka.start(temp);

    assertThat(broker.failure()).isEmpty();
    broker.close();
  }

  @Test
  void folderThatIsNoPartitionIsNamed() throws IOException {
    EmbeddedKafka.start(temp).close();
    Files.createDirectory(temp.resolve("holiday"));

    refused(() -> EmbeddedKafka.start(temp), "holiday", "restore the folder from a copy");
  }

  @Test
  void refusalFreesTheFolder() throws IOException {
    Path letter = Files.writeString(temp.resolve("letter.txt"), "dear");
    refused(() -> BrokerFolder.open(temp), "no meta.properties");
    Files.delete(letter);

    BrokerFolder opened = BrokerFolder.open(temp);

    assertThat(opened.path()).isEqualTo(temp.toRealPath());
    opened.close();
  }

  private Path metadataLog() {
    return temp.resolve("__cluster_metadata-0/00000000000000000000.log");
  }

  private static void refused(ThrowingCallable open, String... says) {
    assertThatThrownBy(open)
        .isInstanceOf(BrokerFolderException.class)
        .hasMessageContainingAll(says);
  }
}
