package io.countersign.cli;

import io.countersign.scheme.Profile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which truth about a scheme. */
final class ProfileOptions {
  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileWords.class,
      completionCandidates = ProfileWords.class,
      description =
          "documented: what the vendor's page says, read literally (the default). deployed: what"
              + " the vendor's own public code does, where that differs.")
  private @Nullable Profile profile;

  Profile profile() {
    return given().orElse(Profile.DOCUMENTED);
  }

  /** The profile that was asked for by name. */
  Optional<Profile> given() {
    return Optional.ofNullable(profile);
  }

  static final class ProfileWords extends Words<Profile> {
    ProfileWords() {
      super(Profile.class, "profile");
    }
  }
}
