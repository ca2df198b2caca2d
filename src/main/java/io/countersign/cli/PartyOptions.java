package io.countersign.cli;

import io.countersign.document.InputException;
import io.countersign.scheme.Credentials;
import io.countersign.scheme.Profile;
import io.countersign.scheme.Scheme;
import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What every command has that signs or judges: for whom, when, by which rules, and how it prints.
 */
final class PartyOptions implements OptionGroup {
  private final CredentialOptions credentials;
  private final ClockOptions clock;
  private final ProfileOptions profile = new ProfileOptions();
  private final SchemeOptions schemes;
  private final OutputOptions output;

  PartyOptions(Environment environment) {
    this.credentials = new CredentialOptions(environment);
    this.clock = new ClockOptions(environment);
    this.schemes = new SchemeOptions(environment);
    this.output = new OutputOptions(environment);
  }

  @Override
  public void addTo(CommandSpec spec) {
    credentials.addTo(spec);
    clock.addTo(spec);
    profile.addTo(spec);
    schemes.addTo(spec);
    output.addTo(spec);
  }

  CredentialOptions credentials() {
    return credentials;
  }

  /**
   * The credentials for one scheme, with a note where they are the examples.
   *
   * @throws InputException if they are incomplete
   */
  Credentials credentials(Scheme scheme) {
    return credentials.of(scheme, output);
  }

  ClockOptions clock() {
    return clock;
  }

  /** A clock that stands still at the given time, or the machine's. */
  Clock time() {
    return clock.clock();
  }

  Profile profile() {
    return profile.profile();
  }

  SchemeOptions schemes() {
    return schemes;
  }

  OutputOptions output() {
    return output;
  }
}
