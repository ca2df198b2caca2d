package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.suite.Attachment;
import io.countersign.suite.CaseId;
import io.countersign.suite.CaseResult;
import io.countersign.suite.Course;
import io.countersign.suite.Ending;
import io.countersign.suite.Outcome;
import io.countersign.target.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportedCaseTest {
  @Test
  void attachments_endWithWhatWasSettledByTheCase() {
    Attachment request = new Attachment("Request", "GET / HTTP/1.1");
    String settled = "the client signs the host without its port";
    Course course =
        new Course(
            List.of(), List.of(request), List.of(settled), FabricatedRun.START, Duration.ZERO);
    CaseResult result =
        new CaseResult(
            new CaseId("rmtrack", "rmtrack/path", "a plain path", Role.CLIENT),
            Ending.of(Outcome.PASSED, ""),
            course);

    assertThat(new ReportedCase(result, 1).attachments())
        .containsExactly(request, new Attachment("Settled by trying", settled));
  }
}
