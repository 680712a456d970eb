package io.gistmill.classifier.trained.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VotesTest {

  @Test
  void theGreatestComeFirstAndOfLikeOnesTheFirst() {
    int[] nearest = Votes.nearest(new int[] {3, -8, 9, 3, 9, -7}, 5);

    assertThat(nearest).containsExactly(2, 4, 0, 3, 5);
  }

  @Test
  void fewerThanAskedAreAllTaken() {
    assertThat(Votes.nearest(new int[] {-1, 4}, 20)).containsExactly(1, 0);
  }

  @Test
  void nearerExamplesCountMore() {
    var votes = new Votes(3);

    votes.add(new short[] {0}, 80_000);
    votes.add(new short[] {1, 2}, 70_000);

    double[] shares = votes.shares();
    assertThat(shares[0]).isGreaterThan(0.8);
    assertThat(shares[1]).isEqualTo(shares[2]).isCloseTo(1 - shares[0], within(1e-9));
  }

  @Test
  void withoutAVoteNobodyHasAShare() {
    assertThat(new Votes(2).shares()).containsExactly(0, 0);
  }
}
