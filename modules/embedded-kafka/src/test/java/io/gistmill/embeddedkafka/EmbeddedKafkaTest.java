package io.gistmill.embeddedkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class EmbeddedKafkaTest {

  @TempDir Path temp;

  @Test
  void readersOfCommittedRecordsSeeCommittedTransactionsOnly() throws Exception {
    try (KafkaBroker broker = EmbeddedKafka.start(temp.resolve("new/folder"))) {
      Clients.createTopic(broker, "letters");

      Clients.transact(broker, "letters", false, "dropped");
      Clients.transact(broker, "letters", true, "a", "b");

      assertThat(Clients.consume(broker, "letters", 2)).containsExactly("a", "b");
    }
  }

  @Test
  void secondStartKeepsTopicsRecordsAndOffsets() throws Exception {
    try (KafkaBroker broker = EmbeddedKafka.start(temp)) {
      Clients.createTopic(broker, "letters");
      Clients.transact(broker, "letters", true, "a", "b");
      Clients.consume(broker, "letters", 2);
    }

    try (KafkaBroker broker = EmbeddedKafka.start(temp)) {
      Clients.transact(broker, "letters", true, "c");

      assertThat(Clients.consume(broker, "letters", 1)).containsExactly("c");
    }
  }

  @Test
  void twoBrokersInOneProcessDoNotSeeEachOther() throws Exception {
    try (KafkaBroker one = EmbeddedKafka.start(temp.resolve("one"));
        KafkaBroker two = EmbeddedKafka.start(temp.resolve("two"))) {
      Clients.createTopic(one, "letters");

      try (var admin = Clients.admin(two)) {
        assertThat(admin.listTopics().names().get()).isEmpty();
      }
    }
  }

  @Test
  void closingTwiceDoesNoHarm() {
    KafkaBroker broker = EmbeddedKafka.start(temp);
    broker.close();

    broker.close();

    assertThat(broker.failure()).isEmpty();
  }

  @Test
  void wantedPortThatIsTakenIsNamedAndTheFolderFreed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BrokerOptions wanted = BrokerOptions.DEFAULT.withPort(taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedKafka.start(temp, wanted))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("another port")
          .as("the broker has not begun, and so has logged nothing")
          .hasNoCause();
    }
    EmbeddedKafka.start(temp).close();
  }

  @Test
  void wrongSettingIsNamed() {
    BrokerOptions wrong = BrokerOptions.DEFAULT.with("num.io.threads", "many");

    assertThatThrownBy(() -> EmbeddedKafka.start(temp, wrong))
        .isInstanceOf(BrokerException.class)
        .isNotInstanceOf(BrokerFolderException.class)
        .hasMessageContaining("num.io.threads");
  }
}
