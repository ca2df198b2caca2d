package io.countersign.suite;

/**
 * The request that a server accepted before all others, signed anew. Where that is refused, too,
 * another one was refused for reasons that it has nothing to do with.
 */
final class UsualRequest {
  private UsualRequest() {}

  /** The request of a case as it is signed; one of its own where none may be shown twice. */
  static Control sign(RunContext run, Setting setting) {
    Control signed =
        Control.sign(setting.rules(), setting.credentials(), setting.request(), setting.time());
    return setting.isTakenOnce()
        ? AlikeRequests.earlier(setting, signed, run.explaining().nextOther()).orElse(signed)
        : signed;
  }
}
