package io.countersign.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.document.InputException;
import io.countersign.scheme.Profile;
import io.countersign.scheme.TestSchemes;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartiesTest {
  private final Parties parties =
      new Parties(TestSchemes.builtIn("ticketevolution"), Profile.DOCUMENTED, 4);

  @Test
  void with_findsAPartyAgain() {
    Party one = parties.with("abc", "secret");

    assertThat(parties.with("abc", "secrets")).isNotSameAs(one);
    assertThat(parties.with("ab", "secret")).isNotSameAs(one);
    assertThat(parties.with("abc", "secret")).isSameAs(one);
  }

  @Test
  void with_tellsPartiesOfTheSameHashApart() {
    Party one = parties.with("abc", "Aa");
    Party other = parties.with("abc", "BB");

    assertThat(other).isNotSameAs(one);
    assertThat(parties.with("abc", "Aa")).isSameAs(one);
    assertThat(parties.with("abc", "BB")).isSameAs(other);
  }

  @Test
  void with_keepsSoManyAndNoMore() {
    Set<Party> made = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4; i++) {
        made.add(parties.with("abc", "secret " + i));
      }
    }
    assertThat(made).hasSize(4);

    parties.with("abc", "another");
    assertThat(made).doesNotContain(parties.with("abc", "secret 0"));
  }

  @Test
  void with_makesNoPartyOfWhatAreNoCredentials() {
    assertThatThrownBy(() -> parties.with("", "secret")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> parties.with("abc", "")).isInstanceOf(InputException.class);
  }
}
