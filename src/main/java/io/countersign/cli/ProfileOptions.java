package io.countersign.cli;

import io.countersign.scheme.Profile;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which truth about a scheme. */
final class ProfileOptions implements OptionGroup {
  private final OptionSpec profile =
      new ProfileChoices()
          .option(
              "--profile",
              "PROFILE",
              "documented: what the vendor's page says, read literally (the default). deployed: what"
                  + " the vendor's own public code does, where that differs.");

  @Override
  public void addTo(CommandSpec spec) {
    spec.addOption(profile);
  }

  Profile profile() {
    return given().orElse(Profile.DOCUMENTED);
  }

  /** The profile that was asked for by name. */
  Optional<Profile> given() {
    return Optional.ofNullable(profile.getValue());
  }

  static final class ProfileChoices extends Choices<Profile> {
    ProfileChoices() {
      super(Profile.class, "profile");
    }
  }
}
