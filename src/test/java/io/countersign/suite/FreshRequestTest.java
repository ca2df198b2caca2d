package io.countersign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.message.HttpRequest;
import io.countersign.message.Parameter;
import io.countersign.scheme.Service;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FreshRequestTest {
  private static final Service SERVICE = Fixtures.subject("ticketevolution").scheme().service();

  private static List<HttpRequest> some(long seed, boolean sorted) {
    return IntStream.rangeClosed(1, 200)
        .mapToObj(number -> FreshRequest.make(SERVICE, seed, number, sorted))
        .toList();
  }

  private static List<String> names(HttpRequest request) {
    return Parameter.parse(request.query().orElse("")).stream().map(Parameter::name).toList();
  }

  @Test
  void make_sameSeedAndNumber_isTheSame() {
    assertThat(some(42, false)).isEqualTo(some(42, false));
  }

  @Test
  void make_otherSeed_isAnother() {
    assertThat(some(42, false)).isNotEqualTo(some(43, false));
  }

  @Test
  void make_neighbours_differ() {
    List<HttpRequest> requests = some(42, false);
    for (int i = 1; i < requests.size(); i++) {
      assertThat(requests.get(i)).as("request %d", i).isNotEqualTo(requests.get(i - 1));
    }
    Set<HttpRequest> distinct = requests.stream().collect(Collectors.toSet());
    assertThat(distinct).hasSizeGreaterThan(190);
  }

  @Test
  void make_seedAndNumber_areNotAddedUp() {
    assertThat(FreshRequest.make(SERVICE, 1, 2, false))
        .isNotEqualTo(FreshRequest.make(SERVICE, 2, 1, false));
  }

  @Test
  void make_usesOnlyWhatEverybodyAgreesOn() {
    for (HttpRequest request : some(7, false)) {
      assertThat(request.url().toString()).startsWith(SERVICE.base() + "/");
      assertThat(names(request)).doesNotHaveDuplicates();
      assertThat(request.method()).isIn("GET", "POST");
      assertThat(request.body().isEmpty()).isEqualTo(request.method().equals("GET"));
      assertThat(request.target()).doesNotContainPattern("%[0-9A-F]?[a-f]|[ +~]");
    }
  }

  @Test
  void make_coversQueriesBodiesAndNeither() {
    assertThat(some(7, false)).anyMatch(request -> request.query().isPresent());
    assertThat(some(7, false)).anyMatch(request -> !request.body().isEmpty());
    assertThat(some(7, false))
        .anyMatch(request -> request.body().isEmpty() && request.query().isEmpty());
    assertThat(some(7, false)).anyMatch(request -> !isSorted(names(request)));
  }

  @Test
  void make_sorted_isTheSameRequestInOrder() {
    assertThat(some(7, true)).allMatch(request -> isSorted(names(request)));
    List<HttpRequest> free = some(7, false);
    List<HttpRequest> sorted = some(7, true);
    for (int i = 0; i < free.size(); i++) {
      assertThat(names(sorted.get(i))).containsExactlyInAnyOrderElementsOf(names(free.get(i)));
      assertThat(sorted.get(i).path()).isEqualTo(free.get(i).path());
      assertThat(sorted.get(i).body()).isEqualTo(free.get(i).body());
    }
  }

  private static boolean isSorted(List<String> names) {
    return names.equals(names.stream().sorted().toList());
  }
}
