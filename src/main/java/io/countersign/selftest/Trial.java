package io.countersign.selftest;

import io.countersign.target.Role;
import java.util.List;

/**
 * One implementation that was put under test to see what the suite makes of it.
 *
 * @param scheme the scheme's id
 * @param role in which part
 * @param id of the deviation, or of the correct variant
 * @param title what it does, one sentence
 * @param end what came of it
 * @param reason why the scheme cannot tell it from a right one; empty where it can
 * @param requirements those that its failures named, or under which it was recorded as different
 *     from the reference, in the order of the requirements
 */
public record Trial(
    String scheme,
    Role role,
    String id,
    String title,
    End end,
    String reason,
    List<String> requirements) {

  /** What came of a trial. */
  public enum End {
    /** It is wrong, and a requirement says so. */
    CAUGHT,
    /** It is wrong, and nothing failed: the suite is too weak. */
    SURVIVED,
    /** It is noticed, but only where the documentation is silent: recorded, not judged. */
    RECORDED,
    /** It differs from a right one in nothing that the documentation rules. */
    EQUIVALENT,
    /** It is right, and passed. */
    PASSED,
    /** It is right, and was not found so: the suite is too strict. */
    ACCUSED;

    /** Whether the suite is as it should be. */
    public boolean isGood() {
      return this != SURVIVED && this != ACCUSED;
    }
  }

  public Trial {
    requirements = List.copyOf(requirements);
  }

  /** Whether it is a variant that is right, and not a deviation. */
  public boolean isRight() {
    return end == End.PASSED || end == End.ACCUSED;
  }
}
