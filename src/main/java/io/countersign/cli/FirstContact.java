package io.countersign.cli;

import io.countersign.suite.Preflight;
import io.countersign.suite.RunContext;
import io.countersign.suite.SchemeUnderTest;
import io.countersign.target.Role;
import java.util.ArrayList;
import java.util.List;

/** A server must accept what is right before it is asked anything else. */
final class FirstContact {
  private FirstContact() {}

  /**
   * The schemes with what was found out of the server, which a person is told of.
   *
   * @throws UnreachableException if it does not accept what is right
   */
  static List<SchemeUnderTest> with(
      RunContext context, List<SchemeUnderTest> subjects, OutputOptions output) {
    if (context.target().baseUrl(Role.ENDPOINT).isEmpty()) {
      return subjects;
    }
    List<SchemeUnderTest> ready = new ArrayList<>();
    for (SchemeUnderTest subject : subjects) {
      Preflight.Finding finding = Preflight.of(context, subject);
      if (finding instanceof Preflight.Finding.Refused refused) {
        List<String> lines = new ArrayList<>(refused.accepted());
        lines.add(0, refused.diagnosis() + Targets.clockWords(context.target()));
        throw new UnreachableException(context.target().info(), String.join("\n", lines));
      }
      SchemeUnderTest found = ((Preflight.Finding.Ready) finding).subject();
      found.settled().forEach(sentence -> output.note("settled by trying: " + sentence));
      ready.add(
          ServerClock.settled(Targets.offset(context.target()), found, context.profile(), output));
    }
    return ready;
  }
}
