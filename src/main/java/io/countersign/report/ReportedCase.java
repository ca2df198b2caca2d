package io.countersign.report;

import io.countersign.document.EnumWord;
import io.countersign.suite.Attachment;
import io.countersign.suite.CaseResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A case as reports name it.
 *
 * @param result what became of it
 * @param occurrence from 1, among the cases of the same scheme, requirement, name and role
 */
record ReportedCase(CaseResult result, int occurrence) {

  /** The same in every run, and another for every case of one run. */
  UUID id() {
    String name = String.join("\n", result.scheme(), result.requirement(), title());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Its name and the role, since most cases are put to several roles. */
  String title() {
    return name() + " (" + role() + ")";
  }

  /** Its name, numbered from the second of the same name on. */
  String name() {
    return occurrence == 1 ? result.name() : result.name() + " #" + occurrence;
  }

  /** What it looked at, and what it told of how the target reads the documentation. */
  List<Attachment> attachments() {
    return Stream.concat(
            result.course().attachments().stream(),
            result.course().settled().stream()
                .map(sentence -> new Attachment("Settled by trying", sentence)))
        .toList();
  }

  String role() {
    return EnumWord.of(result.role());
  }
}
