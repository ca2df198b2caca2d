package io.countersign.suite;

import io.countersign.message.HttpRequest;
import io.countersign.target.Role;

/** One case while it runs: what it is given, and then either a signer's or a verifier's side. */
public final class Case {
  private final RunContext run;
  private final Role role;
  private final Setting setting;
  private final SigningCase signing;
  private final VerifyingCase verifying;
  private final DocumentsCase documents;

  public Case(RunContext run, SchemeUnderTest subject, Role role, CaseLog log) {
    this.run = run;
    this.role = role;
    this.setting = new Setting(run, subject, role);
    this.signing = new SigningCase(run, setting, role, log);
    this.verifying = new VerifyingCase(run, setting, role, log);
    this.documents = new DocumentsCase(setting, log);
  }

  public Setting setting() {
    return setting;
  }

  /** Gives the case a request that nobody can know beforehand; the same seed makes the same. */
  public void fresh(int number) {
    // Where the string to sign is sorted, the page may want the URL sorted too: a server is not
    // held to more than that, and a signer has something to sort.
    boolean sorted =
        (role == Role.VERIFIER || role == Role.ENDPOINT) && setting.rules().sortsQuery();
    HttpRequest fresh = FreshRequest.make(setting.scheme().service(), run.seed(), number, sorted);
    if (setting.destination().isServer()) {
      // It has the resources of its scheme and perhaps nothing else.
      HttpRequest known = setting.firstResource();
      setting.request(known.withUrl(known.url().withQuery(fresh.query())));
    } else {
      setting.request(fresh);
    }
  }

  /** The target signs. */
  public SigningCase signing() {
    return signing;
  }

  /** The target accepts or rejects. */
  public VerifyingCase verifying() {
    return verifying;
  }

  /** Nobody is under test but the documents themselves. */
  public DocumentsCase documents() {
    return documents;
  }
}
